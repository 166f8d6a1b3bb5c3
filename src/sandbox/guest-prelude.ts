import collation from './guest/collation.js?raw';
import consolePart from './guest/console.js?raw';
import dateFormat from './guest/date-format.js?raw';
import driver from './guest/driver.js?raw';
import encode from './guest/encode.js?raw';
import numberFormat from './guest/number-format.js?raw';
import preludeSource from './guest/prelude.js?raw';
import random from './guest/random.js?raw';
import structuredClonePart from './guest/structured-clone.js?raw';
import timers from './guest/timers.js?raw';

/** The program that sets the guest up; takes {@link guestParts} by name, each evaluated. */
export const prelude: string = preludeSource;

/** What every guest has: what pins it down, and what drives it. */
export const guestParts: Readonly<Record<string, string>> = {
  random,
  encode,
  console: consolePart,
  driver,
};

/** A part of the guest that only programs which name it pay for, in memory and so in time. */
interface OptionalPart {
  readonly isNamedIn: RegExp;
  readonly source: string;
}

/** Parts that are installed before a program that mentions them, in this order. */
export const optionalParts: readonly OptionalPart[] = [
  { isNamedIn: /set(?:Timeout|Interval|Immediate)|queueMicrotask/, source: timers },
  { isNamedIn: /structuredClone/, source: structuredClonePart },
  { isNamedIn: /localeCompare|toLocale(?:Upper|Lower)Case|Intl/, source: collation },
  { isNamedIn: /toLocaleString|Intl/, source: numberFormat },
  { isNamedIn: /Date|Intl/, source: dateFormat },
];
