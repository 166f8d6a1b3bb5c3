import { readNumber } from './read-number.js';

const [quote, openBracket, openBrace] = [0x22, 0x5b, 0x7b];
const [minus, point, zero, nine, upperE, lowerE, plus] = [0x2d, 0x2e, 0x30, 0x39, 0x45, 0x65, 0x2b];
/** Integers of so many digits are all safe. */
const safeDigits = 15;

/**
 * Says whether `JSON.parse` reads a JSON text as `parseJson` does: it changes no number, and nests
 * no deeper than `maximumDepth`. What only looks like a number, inside a string, does not count. May
 * say no of a text that would do, and either of one that is no JSON.
 */
export function suitsJsonParse(text: string, maximumDepth: number): boolean {
  let brackets = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = findClose(text, at);
      if (at < 0) return false;
    } else if (code === openBracket || code === openBrace) {
      if (++brackets > maximumDepth) return false;
    } else if (code === minus || isDigit(code)) {
      const end = findNumberEnd(text, at);
      if (!isKept(text, at, end)) return false;
      at = end - 1;
    }
  }
  return true;
}

/** Where the string ends that begins at `open`; -1 when it does not. */
function findClose(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0) {
    let before = close;
    while (text[before - 1] === '\\') before--;
    if ((close - before) % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return -1;
}

function findNumberEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isNumberPart(text.charCodeAt(end))) end++;
  return end;
}

function isKept(text: string, start: number, end: number): boolean {
  let digits = start;
  while (digits < end && isDigit(text.charCodeAt(digits))) digits++;
  if (digits === end && end - start <= safeDigits) return true;
  try {
    return typeof readNumber(text.slice(start, end)) === 'number';
  } catch {
    // It is no number: the reader of `parseJson` will say so.
    return false;
  }
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

function isNumberPart(code: number): boolean {
  return (
    isDigit(code) ||
    code === point ||
    code === lowerE ||
    code === upperE ||
    code === minus ||
    code === plus
  );
}
