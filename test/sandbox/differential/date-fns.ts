import type { PackageCall, PackageFunctions } from './bundle.js';
import { seededValues } from './seeded-values.js';

const steps = ['addDays', 'addMonths', 'addYears', 'addHours', 'addBusinessDays', 'subWeeks'];
const bounds = [
  ...['startOfDay', 'startOfWeek', 'startOfMonth', 'startOfQuarter', 'endOfMonth', 'endOfYear'],
  ...['getISOWeek', 'getDayOfYear', 'getQuarter', 'getDaysInMonth', 'isWeekend', 'isLeapYear'],
  ...[
    'lastDayOfMonth',
    'startOfISOWeek',
    'nextFriday',
    'getUnixTime',
    'formatISO',
    'formatRFC7231',
  ],
];
const spans = [
  ...['differenceInDays', 'differenceInCalendarDays', 'differenceInMonths', 'differenceInYears'],
  ...['differenceInBusinessDays', 'differenceInHours', 'formatDistance', 'intervalToDuration'],
  ...['isBefore', 'isSameMonth', 'compareAsc'],
];
const patterns = [
  'yyyy-MM-dd',
  'PPPPpppp',
  "EEEE, do 'of' MMMM yyyy",
  'hh:mm:ss aaa',
  "RRRR-'W'II-i",
  'DDD',
  'QQQ y',
  'Pp',
];

export const dateFns: PackageFunctions = {
  name: 'date-fns',
  url: new URL('./date-fns-functions.js', import.meta.url),
};

export function dateFnsCalls(): PackageCall[] {
  const { integer, isoTime } = seededValues(4);
  const calls: PackageCall[] = [
    { name: 'parse', args: ['02/11/2014', 'MM/dd/yyyy'] },
    { name: 'parse', args: ['5:04 PM, Feb 29 2024', 'h:mm a, MMM d yyyy'] },
    { name: 'parse', args: ['nonsense', 'yyyy'] },
    { name: 'parseISO', args: ['2024-02-30'] },
    { name: 'parseISO', args: ['2024-W06-1T10:00'] },
    { name: 'isValid', args: ['not a date'] },
    { name: 'addMonths', args: ['2024-01-31T00:00:00.000Z', 1] },
    { name: 'formatDuration', args: [{ years: 1, days: 2, minutes: 30 }] },
    { name: 'eachDay', args: ['2024-02-27T00:00:00.000Z', 4] },
    { name: 'parts', args: [2024, 0, 31, 12] },
    { name: 'parts', args: [99, 11] },
  ];
  for (const name of steps) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [isoTime(), integer(-40, 40)] });
  }
  for (const name of bounds) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [isoTime()] });
  }
  for (const name of spans) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [isoTime(), isoTime()] });
  }
  for (const pattern of patterns) calls.push({ name: 'format', args: [isoTime(), pattern] });
  for (let i = 0; i < 3; i++) calls.push({ name: 'text', args: [isoTime()] });
  return calls;
}
