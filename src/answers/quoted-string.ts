/**
 * Finds the end of a quoted string.
 *
 * @param text - The text.
 * @param start - The position of the opening quote, single or double.
 * @returns The position after the closing quote, or -1 when there is none.
 */
export function findStringEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === quote) return i + 1;
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};

/**
 * Reads a quoted string of JSON, JavaScript or Python: single or double quotes, raw line breaks,
 * `\u` and `\x` escapes. An unknown escape keeps its backslash, as Python does.
 *
 * @param token - The string with its quotes.
 */
export function decodeString(token: string): string {
  return token
    .slice(1, -1)
    .replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S])/g, (whole, code: string) => {
      if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return escapes[code] ?? whole;
    });
}
