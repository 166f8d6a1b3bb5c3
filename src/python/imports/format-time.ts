/** A broken-down time of the C library, in UTC. */
export interface BrokenDownTime {
  readonly second: number;
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  /** From 0 on. */
  readonly month: number;
  readonly year: number;
  /** From Sunday, 0, on. */
  readonly weekday: number;
  /** From 0 on. */
  readonly dayOfYear: number;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const pad = (value: number, width = 2, fill = '0'): string => String(value).padStart(width, fill);

/** The day of the week with Monday as 0. */
const fromMonday = ({ weekday }: BrokenDownTime): number => (weekday + 6) % 7;

/** Year and week of ISO 8601: week 1 has the first Thursday. */
function isoWeek(time: BrokenDownTime): { readonly year: number; readonly week: number } {
  const thursday = new Date(0);
  thursday.setUTCFullYear(time.year, time.month, time.day + 3 - fromMonday(time));
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - new Date(0).setUTCFullYear(year, 0, 1)) / 86_400_000;
  return { year, week: Math.floor(days / 7) + 1 };
}

const parts: Readonly<Record<string, (time: BrokenDownTime) => string>> = {
  a: ({ weekday }) => (weekdays[weekday] ?? '?').slice(0, 3),
  A: ({ weekday }) => weekdays[weekday] ?? '?',
  b: ({ month }) => (months[month] ?? '?').slice(0, 3),
  h: ({ month }) => (months[month] ?? '?').slice(0, 3),
  B: ({ month }) => months[month] ?? '?',
  c: (time) => formatTime('%a %b %e %H:%M:%S %Y', time),
  C: ({ year }) => pad(Math.floor(year / 100)),
  d: ({ day }) => pad(day),
  D: (time) => formatTime('%m/%d/%y', time),
  e: ({ day }) => pad(day, 2, ' '),
  F: (time) => formatTime('%Y-%m-%d', time),
  g: (time) => pad(isoWeek(time).year % 100),
  G: (time) => String(isoWeek(time).year),
  H: ({ hour }) => pad(hour),
  I: ({ hour }) => pad(hour % 12 || 12),
  j: ({ dayOfYear }) => pad(dayOfYear + 1, 3),
  k: ({ hour }) => pad(hour, 2, ' '),
  l: ({ hour }) => pad(hour % 12 || 12, 2, ' '),
  m: ({ month }) => pad(month + 1),
  M: ({ minute }) => pad(minute),
  n: () => '\n',
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  r: (time) => formatTime('%I:%M:%S %p', time),
  R: (time) => formatTime('%H:%M', time),
  S: ({ second }) => pad(second),
  t: () => '\t',
  T: (time) => formatTime('%H:%M:%S', time),
  u: ({ weekday }) => String(weekday || 7),
  U: ({ dayOfYear, weekday }) => pad(Math.floor((dayOfYear + 7 - weekday) / 7)),
  V: (time) => pad(isoWeek(time).week),
  w: ({ weekday }) => String(weekday),
  W: (time) => pad(Math.floor((time.dayOfYear + 7 - fromMonday(time)) / 7)),
  x: (time) => formatTime('%m/%d/%y', time),
  X: (time) => formatTime('%H:%M:%S', time),
  y: ({ year }) => pad(((year % 100) + 100) % 100),
  Y: ({ year }) => String(year),
  z: () => '+0000',
  Z: () => 'UTC',
  '%': () => '%',
};

/** Writes a time as `strftime` does in the C locale; what it does not know stays as it is. */
export function formatTime(format: string, time: BrokenDownTime): string {
  return format.replace(/%[EO]?([A-Za-z%])/g, (whole, letter: string) => {
    return parts[letter]?.(time) ?? whole;
  });
}
