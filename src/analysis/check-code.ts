import type { Language } from '../core/code-function.js';
import type { CodeProblem } from '../core/code-problem.js';
import { checkProgram } from './check-program.js';
import { isParsable } from './parse-program.js';

/** The code of a function. A `CodeFunction` is one. */
export interface CheckCodeOptions {
  readonly language: Language;
  readonly code: string;
  /** The name of the function that is called, or a dotted path such as `Solver.solve`. */
  readonly entrypoint: string;
  /** The names of its parameters in order. Absent: it takes one, the input object. */
  readonly parameters?: readonly string[] | undefined;
}

/**
 * Finds by its text what keeps code from being a pure function of its input: no such function,
 * other parameters than it is called with, the clock, randomness, input and output, the network,
 * modules, code made out of text, and names that do not exist where it runs. Never throws.
 *
 * It finds what is written plainly, not what is hidden on purpose: running the code under other
 * seeds and clocks, as `collectPairs` does, is what decides.
 *
 * @returns One problem a name, in the order of their lines; none for languages other than
 * JavaScript and TypeScript, of which nothing is known.
 */
export function checkCode(options: CheckCodeOptions): readonly CodeProblem[] {
  const { language, code, entrypoint, parameters } = options;
  if (!isParsable(language)) return [];
  const { problems } = checkProgram({
    ...{ language, code, entrypoint, parameters },
    ...{ subject: 'The code', allowed: [] },
  });
  return problems;
}
