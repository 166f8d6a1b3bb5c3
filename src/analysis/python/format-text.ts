import type { FormatMode } from './python-modes.js';

/** A stretch of text in a formatted string, and what comes after it. */
export interface FormatText {
  readonly text: string;
  /** A value in braces, the end of the string, or something that is neither. */
  readonly next: 'field' | 'end' | 'other';
}

/** Reads the text of a formatted string up to a value, the end, or a brace that closes. */
export function readFormatText(text: string, start: number, mode: FormatMode): FormatText {
  const { quotes, isRaw, isSpecification = false } = mode;
  const end = (at: number, next: FormatText['next']): FormatText => {
    return { text: text.slice(start, at), next };
  };
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    const isDoubled = !isSpecification && text[at + 1] === character;
    if (text.startsWith(quotes, at)) return end(at, 'end');
    if (character === '\n' && quotes.length === 1) return end(at, 'other');
    if (character === '\\') {
      const isNamed = !isRaw && text.startsWith('\\N{', at);
      const close = isNamed ? text.indexOf('}', at) : -1;
      if (close > 0) at = close;
      else if (!isBrace(text[at + 1])) at++;
    } else if (isBrace(character) && isDoubled) {
      at++;
    } else if (isBrace(character)) {
      return end(at, character === '{' ? 'field' : 'other');
    }
  }
  return end(text.length, 'other');
}

function isBrace(character: string | undefined): boolean {
  return character === '{' || character === '}';
}
