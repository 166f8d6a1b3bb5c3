import { optionError } from '../errors/option-error.js';
import type { Preparation } from '../sandbox/prepared-program.js';
import type { Program } from '../sandbox/sandbox.js';

const dottedName = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;

/**
 * Checks a program; its code is compiled by the guest.
 *
 * @throws TypeError for a language or an entry point that no call could succeed with.
 */
export function preparePythonProgram({
  language,
  code,
  entrypoint,
  parameters,
}: Program): Preparation {
  if (language !== 'python') throw optionError('language', "'python' in this sandbox", language);
  if (typeof code !== 'string') throw optionError('code', 'a string', code);
  if (typeof entrypoint !== 'string' || !dottedName.test(entrypoint)) {
    throw optionError('entrypoint', 'the name of a function', entrypoint);
  }
  const parametersText = JSON.stringify(parameters ?? null);
  return { status: 'ready', program: { source: code, entrypoint, parametersText } };
}
