import { nextPythonPosition } from '../values/python-literals/scan-python-string.js';

/** A parameter of a Python function. */
interface PythonParameter {
  readonly name: string;
  readonly isRequired: boolean;
}

/** What a Python function may be called with. */
export interface PythonSignature {
  /** The parameters that take a value by position, in order. */
  readonly positional: readonly PythonParameter[];
  /** How many of them, from the first, take none by name. */
  readonly positionalOnly: number;
  /** The parameters that take a value by name only. */
  readonly namedOnly: readonly PythonParameter[];
  /** Whether any more values are taken, as `*rest` does. */
  readonly takesMoreValues: boolean;
  /** Whether values of any name are taken, as `**rest` does. */
  readonly takesMoreNames: boolean;
}

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/**
 * Reads the parameters of a function that a Python program defines outside of any other; the last
 * definition counts.
 *
 * @returns `undefined` when the program does not define it so.
 */
export function readPythonSignature(code: string, name: string): PythonSignature | undefined {
  if (!identifier.test(name)) return undefined;
  const text = code.replace(/\r\n?/g, '\n');
  const head = new RegExp(`(?:async[ \\t]+)?def[ \\t]+${name}[ \\t]*\\(`, 'y');
  let signature: PythonSignature | undefined;
  for (let at = 0; at < text.length; at = nextPythonPosition(text, at)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    head.lastIndex = at;
    const match = head.exec(text);
    if (match !== null) signature = readParameters(text, at + match[0].length);
  }
  return signature;
}

/** A parameter as it was written, without comments. */
interface Piece {
  readonly text: string;
  readonly hasDefault: boolean;
}

function readParameters(text: string, start: number): PythonSignature | undefined {
  const pieces = splitParameters(text, start);
  if (pieces === undefined) return undefined;
  const positional: PythonParameter[] = [];
  const namedOnly: PythonParameter[] = [];
  let [positionalOnly, takesMoreValues, takesMoreNames, areNamedOnly] = [0, false, false, false];
  for (const { text: piece, hasDefault } of pieces) {
    if (piece === '/') {
      positionalOnly = positional.length;
    } else if (piece.startsWith('**')) {
      takesMoreNames = true;
    } else if (piece.startsWith('*')) {
      areNamedOnly = true;
      takesMoreValues = piece !== '*';
    } else {
      const name = piece.split(/[:=\s]/, 1)[0] ?? '';
      if (!identifier.test(name)) return undefined;
      (areNamedOnly ? namedOnly : positional).push({ name, isRequired: !hasDefault });
    }
  }
  return { positional, positionalOnly, namedOnly, takesMoreValues, takesMoreNames };
}

/** Ends a default whose own parameters are not over yet. */
const openLambda = /\blambda\b[^:]*$/;

/** Splits at the commas up to the closing parenthesis; `undefined` when there is none. */
function splitParameters(text: string, start: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let piece = '';
  let hasDefault = false;
  let level = 0;
  const finish = (): void => {
    if (piece.trim() !== '') pieces.push({ text: piece.trim(), hasDefault });
    [piece, hasDefault] = ['', false];
  };
  for (let at = start; at < text.length; ) {
    const character = text[at] ?? '';
    const next = nextPythonPosition(text, at);
    if (character === ')' && level === 0) {
      finish();
      return pieces;
    }
    if ('([{'.includes(character)) level++;
    if (')]}'.includes(character)) level--;
    if (character === ',' && level === 0 && !openLambda.test(piece)) finish();
    else if (character !== '#' && character !== '\\') piece += text.slice(at, next);
    if (character === '=' && level === 0) hasDefault = true;
    at = next;
  }
  return undefined;
}
