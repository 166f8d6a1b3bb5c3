import { optionError } from '../errors/option-error.js';
import type { Preparation } from './prepared-program.js';
import type { Program } from './sandbox.js';
import { stripTypes } from './strip-types.js';

const dottedName =
  /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

/**
 * Checks a program and translates it to JavaScript.
 *
 * @throws TypeError for a language or an entry point that no call could succeed with.
 */
export function prepareProgram(program: Program): Preparation {
  const { language, code, entrypoint, parameters } = program;
  if (language !== 'javascript' && language !== 'typescript') {
    throw optionError('language', "'javascript' or 'typescript' in this sandbox", language);
  }
  if (typeof code !== 'string') throw optionError('code', 'a string', code);
  if (typeof entrypoint !== 'string' || !dottedName.test(entrypoint)) {
    throw optionError('entrypoint', 'the name of a function', entrypoint);
  }
  let source = code;
  if (language === 'typescript') {
    try {
      source = stripTypes(code);
    } catch (error) {
      return syntaxError(error);
    }
  }
  const parametersText = JSON.stringify(parameters ?? null);
  return { status: 'ready', program: { source, entrypoint, parametersText } };
}

function syntaxError(error: unknown): Preparation {
  const text = error instanceof Error ? error.message : String(error);
  const message = text.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
  const line = /\((\d+):\d+\)$/.exec(text)?.[1];
  return { status: 'syntax-error', message, line: line === undefined ? undefined : Number(line) };
}
