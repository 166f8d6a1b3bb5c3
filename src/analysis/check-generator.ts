import type { Language } from '../core/code-function.js';
import type { CodeProblem } from '../core/code-problem.js';
import { generatorNames } from '../core/generator-names.js';
import { checkProgram } from './check-program.js';
import type { GlobalUse } from './find-global-uses.js';
import { isParsable } from './parse-program.js';
import { checkGeneratorProgram } from './python/check-generator-program.js';

/** The code of an input generator. */
export interface CheckGeneratorOptions {
  readonly language: Language;
  readonly code: string;
  /**
   * Python: names of modules outside of the standard library that the code may load.
   * @defaultValue none
   */
  readonly packages?: readonly string[] | undefined;
}

const randomName = 'Math.random';

/**
 * Finds by its text what is wrong with an input generator: it must define `generateInput`, which
 * takes no parameters and draws with `Math.random`; in Python, `generate_input`, which draws with
 * the module `random` and does not seed it. Everything else that {@link checkCode} finds is
 * forbidden here, too. Never throws.
 *
 * @returns One problem a name, in the order of their lines.
 */
export function checkGenerator(options: CheckGeneratorOptions): readonly CodeProblem[] {
  const { language, code, packages = [] } = options;
  const subject = 'The input generator';
  const expected = { code, entrypoint: generatorNames[language], parameters: [], subject };
  if (!isParsable(language)) return checkGeneratorProgram({ ...expected, packages });
  const { problems, uses } = checkProgram({ ...expected, language, allowed: [randomName] });
  const isKnown = problems.some(({ kind }) => kind === 'syntax' || kind === 'randomness');
  if (isKnown || uses.some(mayDraw)) return problems;
  const message = `${subject} never calls Math.random, so that it makes the same input every time.`;
  return [{ kind: 'not-random', message }, ...problems];
}

/** Whether a use is that of `Math.random`, or of `Math` in a way that may come to it. */
function mayDraw({ path, manner }: GlobalUse): boolean {
  const [name, member] = path[0] === 'globalThis' ? path.slice(1) : path;
  if (name !== 'Math') return false;
  return member === undefined
    ? manner === 'indexed' || manner === 'passed-on'
    : member === 'random';
}
