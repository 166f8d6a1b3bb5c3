const fs = require('fs');
const moment = require('moment');

// node invoice_aging.js open_items.txt
// line:  number | customer | due date DD.MM.YYYY | amount | payments (amount@DD.MM.YYYY, ...)
const RATE = 9.0; // percent p.a. above grace
const GRACE = 14;
const REMINDER_FEE = [0, 5, 10, 25];

let warnings = 0;

function parseLine(line, no) {
  const p = line.split('|').map((s) => s.trim());
  if (p.length < 4) {
    console.warn('line ' + no + ' ignored');
    warnings++;
    return null;
  }
  const due = moment(p[2], 'DD.MM.YYYY', true);
  if (!due.isValid()) {
    console.warn('bad date in line ' + no + ': ' + p[2]);
    warnings++;
    return null;
  }
  const payments = (p[4] || '')
    .split(',')
    .filter((s) => s.indexOf('@') > 0)
    .map((s) => {
      const [a, d] = s.trim().split('@');
      return { cents: Math.round(parseFloat(a) * 100), on: moment(d, 'DD.MM.YYYY') };
    })
    .sort((a, b) => a.on - b.on);
  return { nr: p[0], cust: p[1], due, cents: Math.round(parseFloat(p[3]) * 100), payments };
}

// interest is charged per piece between payments, simple, 365 days, from day 1 once the grace is over
function work(inv) {
  const today = moment().startOf('day');
  const late = today.diff(inv.due, 'days');
  let open = inv.cents;
  let interest = 0;
  let from = inv.due.clone();
  const pieces = inv.payments.filter((p) => !p.on.isAfter(today)).concat([{ cents: 0, on: today }]);
  for (const p of pieces) {
    const days = Math.max(0, p.on.diff(from, 'days'));
    if (p.on.diff(inv.due, 'days') > GRACE && open > 0) {
      interest += (open * RATE * days) / 36500;
      from = p.on.clone();
    }
    open -= p.cents;
  }
  interest = Math.round(interest);
  let level = 0;
  if (open > 0) {
    if (late > GRACE) level = 1;
    if (late > 45) level = 2;
    if (late > 90) level = 3;
  }
  const bucket = open <= 0 ? 'paid' : late <= 0 ? 'current' : late <= 30 ? '1-30' : late <= 60 ? '31-60' : late <= 90 ? '61-90' : '90+';
  return { ...inv, late, open, interest, level, fee: REMINDER_FEE[level] * 100, bucket };
}

const file = process.argv[2];
if (!file) {
  console.log('usage: node invoice_aging.js FILE');
  process.exit(1);
}
const rows = fs
  .readFileSync(file, 'utf8')
  .split(/\r?\n/)
  .map((l, i) => (l.trim() && l[0] !== '#' ? parseLine(l, i + 1) : null))
  .filter(Boolean)
  .map(work);

const sum = {};
const perCustomer = {};
for (const r of rows) {
  sum[r.bucket] = (sum[r.bucket] || 0) + r.open;
  const c = (perCustomer[r.cust] = perCustomer[r.cust] || { open: 0, extra: 0, worst: 0 });
  c.open += r.open; // negative = credit, is netted with other invoices of the same customer
  c.extra += r.interest + r.fee;
  c.worst = Math.max(c.worst, r.level);
}
console.log('as of ' + moment().format('dddd, D MMMM YYYY'));
['current', '1-30', '31-60', '61-90', '90+'].forEach((b) => console.log(b.padEnd(8), ((sum[b] || 0) / 100).toFixed(2)));
Object.keys(perCustomer)
  .sort((a, b) => perCustomer[b].worst - perCustomer[a].worst || perCustomer[b].open - perCustomer[a].open)
  .forEach((k) => {
    const c = perCustomer[k];
    if (c.open + c.extra > 0) console.log(k.padEnd(20) + ((c.open + c.extra) / 100).toFixed(2).padStart(10) + '  level ' + c.worst);
  });
if (warnings) console.log(warnings + ' line(s) skipped');
