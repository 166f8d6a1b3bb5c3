// mini sheet for the jam kitchen: A1..Z99, formulas, undo / redo
// script: one command per line   B2 = =A1*3   |  undo 2 | redo | clear A1:B4 | show | begin / end
import * as fs from 'fs';
type Val = number | string | null | { err: string };
type Change = { ref: string; before: string | undefined; after: string | undefined };

const cells = new Map<string, { raw: string; val: Val }>();
let undoStack: Change[][] = [], redoStack: Change[][] = [];
let batch: Change[] | null = null, recalcs = 0;
const isErr = (v: Val): v is { err: string } => typeof v === 'object' && v !== null;
function range(a: string, b: string): string[] {
  const out: string[] = [], [r1, r2] = [+a.slice(1), +b.slice(1)].sort(), // FIXME sort() without function...
    [c1, c2] = [a.charCodeAt(0), b.charCodeAt(0)].sort((x, y) => x - y);
  for (let r = r1; r <= r2; r++) for (let c = c1; c <= c2; c++) out.push(String.fromCharCode(c) + r);
  return out;
}

class Formula {
  constructor(src: string, private i = 0, private t: string[] = src.match(/\d+(?:\.\d+)?|"[^"]*"|[A-Z]\d{1,2}\b|[A-Z]+|<=|>=|<>|\S/g) || []) {}
  run(): Val { const v = this.cmp(); if (this.i < this.t.length) throw '#SYNTAX'; return v; }
  private num(v: Val): number {
    if (isErr(v)) throw v.err;
    if (typeof v === 'string' && (v.trim() === '' || isNaN(+v))) throw '#VALUE';
    return +(v ?? 0);
  }
  private cmp(): Val {
    let l = this.bin();
    while (/^[<>=]/.test(this.t[this.i] ?? '')) {
      const op = this.t[this.i++], a = l ?? 0, b = this.bin() ?? 0;
      const k = isErr(a) || isErr(b) ? NaN : typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1;
      l = (op === '=' ? !k : op === '<>' ? k : op === '<' ? k < 0 : op === '>' ? k > 0 : op === '<=' ? k <= 0 : k >= 0) ? 1 : 0;
    }
    return l;
  }
  private bin(p = 0): Val { // -2^2 is 4 here, like in the old program. ^ from left to right
    if (p > 2) return this.atom();
    let l = this.bin(p + 1);
    while (['+-&', '*/', '^'][p].includes(this.t[this.i] ?? '!')) {
      const op = this.t[this.i++], r = this.bin(p + 1);
      if (op === '&') { l = text(l) + text(r); continue; }
      const x = this.num(l), y = this.num(r);
      if (op === '/' && y === 0) throw '#DIV0';
      l = op === '+' ? x + y : op === '-' ? x - y : op === '*' ? x * y : op === '/' ? x / y : x ** y;
    }
    return l;
  }
  private atom(): Val {
    const t = this.t[this.i++] ?? ')';
    if (t === '-') return -this.num(this.atom());
    if (t === '(') { const v = this.cmp(); if (this.t[this.i++] !== ')') throw '#SYNTAX'; return v; }
    if (/^["\d]/.test(t)) return t[0] === '"' ? t.slice(1, -1) : +t;
    if (/^[A-Z]\d/.test(t)) return get(t);
    if (/^[A-Z]+$/.test(t) && this.t[this.i++] === '(') {
      const a: Val[] = [];
      while (this.t[this.i] !== ')') {
        if (this.t[this.i + 1] === ':') a.push(...range(this.t[this.i], this.t[(this.i += 3) - 1]).map(get));
        else a.push(this.cmp());
        if (this.t[this.i] === ',') this.i++; else if (this.t[this.i] !== ')') throw '#SYNTAX';
      }
      this.i++;
      if (t === 'IF') return this.num(a[0]) ? a[1] ?? 0 : a[2] ?? 0; // both sides evaluated, so cycles count on both
      const n = a.filter((v) => v !== null && (typeof v !== 'string')).map((v) => this.num(v));
      if (t === 'SUM') return n.reduce((x, y) => x + y, 0); // no MAX, the cook never used it
      if (t === 'ROUND') return Math.round(n[0] * 10 ** (n[1] || 0)) / 10 ** (n[1] || 0);
    }
    throw '#NAME';
  }
}

const text = (v: Val): string => { if (isErr(v)) throw v.err; return v === null ? '' : String(v); };
const busy: string[] = [], done = new Set<string>();
function get(ref: string): Val {
  const c = cells.get(ref), at = busy.indexOf(ref);
  if (!c) return null;
  if (done.has(ref)) return c.val;
  if (at >= 0) { // the whole ring gets the error at once
    for (const r of busy.slice(at)) { cells.get(r)!.val = { err: '#CYCLE' }; done.add(r); }
    throw '#CYCLE';
  }
  let v: Val;
  busy.push(ref); recalcs++;
  try { v = c.raw[0] !== '=' ? (c.raw.trim() !== '' && !isNaN(+c.raw) ? +c.raw : c.raw) : new Formula(c.raw.slice(1)).run() ?? 0; }
  catch (e) { v = { err: e === '#CYCLE' ? '#REF' : typeof e === 'string' ? e : '#BUG' }; }
  busy.pop();
  if (!done.has(ref)) c.val = v, done.add(ref);
  return c.val;
}

function put(ref: string, raw: string | undefined) {
  if (raw === undefined || raw === '') cells.delete(ref); else cells.set(ref, { raw, val: null });
}
function edit(list: [string, string?][]) {
  const ch: Change[] = list.map(([ref, after]) => { const before = cells.get(ref)?.raw; put(ref, after); return { ref, before, after }; });
  if (batch) batch.push(...ch); else { undoStack.push(ch); if (undoStack.length > 20) undoStack.shift(); }
  redoStack = [];
}
for (const line of fs.readFileSync(0, 'utf8').split('\n')) {
  const [cmd, a, b] = line.trim().split(/\s+/);
  if (a === '=') edit([[cmd, line.trim().replace(/^\S+\s+=\s?/, '')]]);
  else if (cmd === 'clear') edit(range(a.split(':')[0], a.split(':').pop()!).map((r) => [r, undefined]));
  else if (cmd === 'begin') batch = [];
  else if (cmd === 'end') { if (batch?.length) undoStack.push(batch); batch = null; }
  else if (cmd === 'undo') for (let k = +(a ?? 1); k > 0 && undoStack.length; k--) { const ch = undoStack.pop()!; for (const c of [...ch].reverse()) put(c.ref, c.before); redoStack.push(ch); }
  else if (cmd === 'redo') for (let k = +(a ?? 1); k > 0 && redoStack.length; k--) { const ch = redoStack.pop()!; ch.forEach((c) => put(c.ref, c.after)); undoStack.push(ch); }
  else if (cmd === 'show') {
    done.clear();
    for (const r of [...cells.keys()].sort()) { const v = get(r); console.log(r + '\t' + (isErr(v) ? v.err : v)); }
  } else if (cmd) console.error('? ' + line);
}
