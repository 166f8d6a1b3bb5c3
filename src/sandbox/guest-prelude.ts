/// <reference path="./guest/raw-text.d.ts" />
import base64 from './guest/base64.js?raw';
import collation from './guest/collation.js?raw';
import commonJs from './guest/commonjs.js?raw';
import consolePart from './guest/console.js?raw';
import dateFormat from './guest/date-format.js?raw';
import driver from './guest/driver.js?raw';
import encode from './guest/encode.js?raw';
import entryPoint from './guest/entry-point.js?raw';
import failure from './guest/failure.js?raw';
import numberFormat from './guest/number-format.js?raw';
import preludeSource from './guest/prelude.js?raw';
import random from './guest/random.js?raw';
import structuredClonePart from './guest/structured-clone.js?raw';
import textEncoding from './guest/text-encoding.js?raw';
import timers from './guest/timers.js?raw';
import unavailable from './guest/unavailable.js?raw';

/** The program that sets the guest up; takes {@link guestParts} by name, each evaluated. */
export const prelude: string = preludeSource;

/** What every guest has: what pins it down, and what drives it. */
export const guestParts: Readonly<Record<string, string>> = {
  random,
  encode,
  console: consolePart,
  failure,
  entryPoint,
  driver,
};

interface OptionalPart {
  readonly isNamedIn: RegExp;
  readonly source: string;
}

const refusedNames =
  /\b(?:URL|URLSearchParams|fetch|Headers|Request|Response|FormData|Blob|File|AbortController|AbortSignal|Event|EventTarget|MessageChannel|BroadcastChannel|(?:Readable|Writable|Transform)Stream|Buffer|crypto|require|WebAssembly|Intl)\b/;

const optionalParts: readonly OptionalPart[] = [
  { isNamedIn: /(?:set|clear)(?:Timeout|Interval|Immediate)|queueMicrotask/, source: timers },
  { isNamedIn: /structuredClone/, source: structuredClonePart },
  { isNamedIn: /Text(?:En|De)coder/, source: textEncoding },
  { isNamedIn: /\b(?:atob|btoa)\b/, source: base64 },
  { isNamedIn: /localeCompare|toLocale(?:Upper|Lower)Case|\bIntl\b/, source: collation },
  { isNamedIn: /toLocaleString|\bIntl\b/, source: numberFormat },
  { isNamedIn: /\bDate\b|\bIntl\b/, source: dateFormat },
  { isNamedIn: /\b(?:module|exports)\b/, source: commonJs },
  // The last: it takes only names that none of the others has.
  { isNamedIn: refusedNames, source: unavailable },
];

/** Programs that can make up names as they run. */
const hidesNames = /\beval\b|\bFunction\b|\\[ux]/;

/**
 * The parts of the guest that a program needs, in the order in which they are installed. Memory is
 * copied for every call, so that a part which no program names would cost all of them time.
 */
export function optionalPartsFor(source: string): readonly string[] {
  const parts = hidesNames.test(source)
    ? optionalParts
    : optionalParts.filter(({ isNamedIn }) => isNamedIn.test(source));
  return parts.map((part) => part.source);
}
