/** A string of Python source without its prefix. */
export interface PythonString {
  /** What stands between the quotes, escapes as they were written. */
  readonly body: string;
  /** The position after the closing quotes. */
  readonly end: number;
}

/**
 * Finds the end of a string in Python source whose lines end in line feeds.
 *
 * @param open - Where the opening quotes are, behind a prefix if there is one.
 * @returns `undefined` when the string does not end.
 */
export function scanPythonString(text: string, open: number): PythonString | undefined {
  const quote = text[open] ?? '';
  const isTriple = text.startsWith(quote.repeat(3), open);
  const quotes = isTriple ? quote.repeat(3) : quote;
  const start = open + quotes.length;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    // Also in a raw string: there the backslash stays, but the quote behind it does not count.
    if (character === '\\') at++;
    else if (character === '\n' && !isTriple) return undefined;
    else if (character === quote && text.startsWith(quotes, at)) {
      return { body: text.slice(start, at), end: at + quotes.length };
    }
  }
  return undefined;
}

/** Finds the position behind the string or the comment that begins at `at`, or else the next one. */
export function nextPythonPosition(text: string, at: number): number {
  const character = text[at];
  if (character === '#') {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  const isQuote = character === '"' || character === "'";
  return (isQuote ? scanPythonString(text, at)?.end : undefined) ?? at + 1;
}
