import type { Language } from '../core/code-function.js';
import type { CodeProblem } from '../core/code-problem.js';
import { checkProgram } from './check-program.js';
import { isParsable } from './parse-program.js';
import { checkProgram as checkPythonProgram } from './python/check-program.js';

/** The code of a function. A `CodeFunction` is one. */
export interface CheckCodeOptions {
  readonly language: Language;
  readonly code: string;
  /** The name of the function that is called, or a dotted path such as `Solver.solve`. */
  readonly entrypoint: string;
  /**
   * The names of its parameters in order. Absent: it takes one, the input object; in Python, the
   * entries of the input by their names.
   */
  readonly parameters?: readonly string[] | undefined;
  /**
   * Python: names of modules outside of the standard library that the code may load.
   * @defaultValue none
   */
  readonly packages?: readonly string[] | undefined;
}

/**
 * Finds by its text what keeps code from being a pure function of its input: no such function,
 * other parameters than it is called with, the clock, randomness, input and output, the network,
 * modules, code made out of text, and names that do not exist where it runs. In Python also
 * variables outside of functions that a function changes; modules of the standard library may be
 * loaded there, unless they are for such things. Never throws.
 *
 * It finds what is written plainly, not what is hidden on purpose: running the code under other
 * seeds and clocks, as `collectPairs` does, is what decides.
 *
 * @returns One problem a name, in the order of their lines.
 */
export function checkCode(options: CheckCodeOptions): readonly CodeProblem[] {
  const { language, packages = [], ...program } = options;
  const expected = { ...program, subject: 'The code', allowed: [] };
  if (isParsable(language)) return checkProgram({ ...expected, language }).problems;
  return checkPythonProgram({ ...expected, packages }).problems;
}
