const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const textEscape =
  /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;
const byteEscape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|([\s\S]))/g;
const lastCodePoint = 0x10ffff;

/**
 * Reads the escapes of a Python string. An unknown one keeps its backslash, as in Python.
 *
 * @throws SyntaxError for an escape that is cut short, is no character, or names one (`\N{DASH}`).
 */
export function decodePythonText(body: string): string {
  return body.replace(
    textEscape,
    (whole, octal?: string, x?: string, u?: string, long?: string, character?: string) => {
      if (character !== undefined) return decodeCharacter(whole, character, 'xuUN');
      const code =
        octal === undefined ? Number.parseInt(x ?? u ?? long ?? '', 16) : readOctal(octal);
      if (code > lastCodePoint) throw new SyntaxError(`${whole} is no character`);
      return String.fromCodePoint(code);
    },
  );
}

/**
 * Reads the escapes of a Python bytes literal.
 *
 * @throws SyntaxError for a character beyond ASCII, or an escape that is cut short.
 */
export function decodePythonBytes(body: string, isRaw: boolean): readonly number[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what bytes may be written with.
  const stranger = /[^\u0000-\u007f]/u.exec(body);
  if (stranger !== null) throw new SyntaxError(`${stranger[0]} cannot stand in bytes`);
  const decoded = isRaw
    ? body
    : body.replace(byteEscape, (whole, octal?: string, x?: string, character?: string) => {
        if (character !== undefined) return decodeCharacter(whole, character, 'x');
        const code = octal === undefined ? Number.parseInt(x ?? '', 16) : readOctal(octal);
        return String.fromCharCode(code % 256);
      });
  return Array.from(decoded, (character) => character.charCodeAt(0));
}

function decodeCharacter(whole: string, character: string, unfinished: string): string {
  if (unfinished.includes(character)) throw new SyntaxError(`the escape ${whole} cannot be read`);
  return simpleEscapes.get(character) ?? whole;
}

function readOctal(digits: string): number {
  return Number.parseInt(digits, 8);
}
