interface Month {
  readonly year: number;
  readonly month: number;
}

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOf({ year, month }: Month): number {
  return month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1];
}

function serialOf(when: Month, day: number): number {
  const past = when.year - 1;
  let serial = 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  for (let month = 1; month < when.month; month++) {
    serial += lengthOf({ year: when.year, month });
  }
  return serial + day;
}

function businessDay(when: Month, wanted: number): number {
  const last = lengthOf(when);
  const day = Math.min(wanted, last);
  const weekday = serialOf(when, day) % 7;
  if (weekday === 6) return day + 2 <= last ? day + 2 : day - 1;
  if (weekday === 0) return day + 1 <= last ? day + 1 : day - 2;
  return day;
}

export function planRentDays(
  year: number,
  month: number,
  anchorDay: number,
  everyMonths: number,
  count: number,
) {
  const payDays: string[] = [];
  const serials: number[] = [];
  for (let i = 0; i < count; i++) {
    const index = month - 1 + i * everyMonths;
    const when = { year: year + Math.floor(index / 12), month: (index % 12) + 1 };
    const day = businessDay(when, anchorDay);
    const serial = serialOf(when, day);
    serials.push(serial);
    payDays.push(`${when.year}-${when.month}-${day} ${DAY_NAMES[serial % 7]}`);
  }
  const gaps = serials.slice(1).map((serial, i) => serial - serials[i]);
  return { payDays, longestGap: Math.max(...gaps), totalSpan: serials[count - 1] - serials[0] };
}
