import { RE2JS } from 're2js';

/** A pattern of a schema, ready to be tried. */
interface Pattern {
  test(text: string): boolean;
  /** The validator keeps patterns by what they print. */
  toString(): string;
}

/**
 * Says whether a pattern of a JSON Schema can be matched in time linear in the text, whatever the
 * text: it has no look-around and no back references.
 */
export function isLinearPattern(pattern: string): boolean {
  return compileLinear(pattern) !== undefined;
}

/**
 * Compiles a pattern of a JSON Schema. Models write patterns and the texts that are held against
 * them, so that one like `^(a+)+$` would stop the whole process; it is matched in linear time. A
 * pattern that cannot be is the user's own, and matched as JavaScript does.
 *
 * @throws SyntaxError when it is no pattern.
 */
export function compilePattern(pattern: string): Pattern {
  const compiled = compileLinear(pattern);
  if (compiled === undefined) return new RegExp(pattern, 'u');
  return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
}

function compileLinear(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern));
  } catch {
    return undefined;
  }
}
