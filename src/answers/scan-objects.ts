import { findStringEnd } from './quoted-string.js';

/** A stretch of text that is, or was meant to be, an object with the wanted key. */
interface ObjectSpan {
  readonly start: number;
  readonly end: number;
  /** Whether the text breaks off inside a string, or before a value. */
  readonly isCutOff: boolean;
}

/** What a text holds in the way of objects. */
export interface ObjectScan {
  /** Disjoint spans of objects that carry the key, in the order of the text. */
  readonly spans: readonly ObjectSpan[];
  /** Whether an object with the key was begun but is no object. */
  readonly sawBrokenKey: boolean;
  /** Whether there was an object without the key. */
  readonly sawOtherObject: boolean;
}

interface Frame {
  readonly closer: '}' | ']' | ')';
  readonly start: number;
  expects: 'key' | 'colon' | 'value' | 'comma';
  hasKey: boolean;
}

const closers: Readonly<Record<string, Frame['closer']>> = { '{': '}', '[': ']', '(': ')' };
const keyToken = /[\w$.+-]+/y;
const literalToken = /[^\s,:[\]{}()'"`]+/y;
const openBrace = 123;
const keyStart = /\s*["'\w$.}+-]/y;
const blank = /\s/;

/**
 * Finds the objects that carry a key in free text, in one pass and linear time. Strings are
 * respected inside objects, and only there, because prose is full of apostrophes; a brace that
 * does not begin an object is passed over. Where an object with the key encloses another, the
 * outer one counts.
 */
export function scanObjects(text: string, key: string): ObjectScan {
  const spans: ObjectSpan[] = [];
  const stack: Frame[] = [];
  let sawBrokenKey = false;
  let sawOtherObject = false;
  let firstLineBreakInString = -1;
  const unclosedFrom = { '"': Number.POSITIVE_INFINITY, "'": Number.POSITIVE_INFINITY };
  let position = 0;

  const close = (frame: Frame, end: number, isCutOff: boolean): void => {
    if (frame.closer !== '}') return;
    if (!frame.hasKey) {
      sawOtherObject = true;
      return;
    }
    while ((spans.at(-1)?.start ?? -1) > frame.start) spans.pop();
    spans.push({ start: frame.start, end, isCutOff });
  };
  const reset = (): void => {
    stack.length = 0;
    firstLineBreakInString = -1;
  };
  const giveUp = (): void => {
    sawBrokenKey ||= stack.some((frame) => frame.hasKey);
    // A string that ran over a line break may have swallowed what followed it.
    if (firstLineBreakInString >= 0) position = firstLineBreakInString;
    reset();
  };
  const closeAll = (end: number): void => {
    const isCutOff = stack.at(-1)?.expects !== 'comma';
    for (const frame of stack.reverse()) close(frame, end, isCutOff);
    reset();
  };
  const takeString = (): string | undefined => {
    const quote = text[position] as '"' | "'";
    // Every later string of a quote that never closes is unclosed too; looking again would be quadratic.
    if (position >= unclosedFrom[quote]) return undefined;
    const end = findStringEnd(text, position);
    if (end < 0) {
      unclosedFrom[quote] = position;
      return undefined;
    }
    const token = text.slice(position, end);
    const lineBreak = token.indexOf('\n');
    if (firstLineBreakInString < 0 && lineBreak >= 0) firstLineBreakInString = position + lineBreak;
    position = end;
    return token;
  };
  const unfinishedString = (): void => {
    const lineEnd = text.indexOf('\n', position);
    if (lineEnd >= 0) {
      if (firstLineBreakInString < 0) firstLineBreakInString = lineEnd;
      giveUp();
      return;
    }
    for (const frame of stack.reverse()) close(frame, text.length, true);
    reset();
    position = text.length;
  };

  while (position < text.length) {
    const frame = stack.at(-1);
    if (frame === undefined) {
      const start = text.indexOf('{', position);
      if (start < 0) break;
      position = start + 1;
      if (text.charCodeAt(position) === openBrace) continue;
      keyStart.lastIndex = position;
      if (!keyStart.test(text)) continue;
      stack.push({ closer: '}', start, expects: 'key', hasKey: false });
      continue;
    }
    const character = text[position] as string;
    if (character <= ' ' || (character > '~' && blank.test(character))) {
      position++;
    } else if (character === '`' && text.startsWith('```', position)) {
      closeAll(position);
    } else if (character === '}' || character === ']' || character === ')') {
      // From the top, so that the search costs no more than the frames it closes.
      const opener = stack.findLastIndex((open) => open.closer === character);
      if (frame.expects === 'colon' || opener < 0) {
        giveUp();
        position++;
        continue;
      }
      position++;
      for (const closed of stack.splice(opener).reverse()) close(closed, position, false);
      const parent = stack.at(-1);
      if (parent === undefined) reset();
      else parent.expects = 'comma';
    } else if (frame.expects === 'colon') {
      if (character !== ':') {
        giveUp();
        continue;
      }
      frame.expects = 'value';
      position++;
    } else if (character === ',') {
      if (frame.expects !== 'comma') {
        giveUp();
        continue;
      }
      frame.expects = frame.closer === '}' ? 'key' : 'value';
      position++;
    } else if (frame.expects === 'key' || (frame.expects === 'comma' && frame.closer === '}')) {
      const name = takeKey(character);
      if (name === undefined) continue;
      frame.hasKey ||= name === key;
      frame.expects = 'colon';
    } else if (frame.expects === 'comma') {
      giveUp();
    } else if (character === '"' || character === "'") {
      if (takeString() === undefined) unfinishedString();
      else frame.expects = 'comma';
    } else if (closers[character] !== undefined) {
      const closer = closers[character];
      stack.push({
        closer,
        start: position,
        expects: closer === '}' ? 'key' : 'value',
        hasKey: false,
      });
      position++;
    } else {
      literalToken.lastIndex = position;
      const token = literalToken.exec(text)?.[0];
      if (token === undefined) {
        giveUp();
        position++;
      } else {
        position += token.length;
        frame.expects = 'comma';
      }
    }
  }
  if (stack.length > 0) closeAll(text.length);
  return { spans, sawBrokenKey, sawOtherObject };

  function takeKey(character: string): string | undefined {
    if (character === '"' || character === "'") {
      const token = takeString();
      if (token === undefined) unfinishedString();
      return token?.slice(1, -1);
    }
    keyToken.lastIndex = position;
    const name = keyToken.exec(text)?.[0];
    if (name === undefined) giveUp();
    else position += name.length;
    return name;
  }
}
