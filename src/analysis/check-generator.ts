import type { Language } from '../core/code-function.js';
import type { CodeProblem } from '../core/code-problem.js';
import { checkProgram } from './check-program.js';
import type { GlobalUse } from './find-global-uses.js';
import { isParsable } from './parse-program.js';

/** The code of an input generator. */
export interface CheckGeneratorOptions {
  readonly language: Language;
  readonly code: string;
}

const randomName = 'Math.random';

/**
 * Finds by its text what is wrong with an input generator: it must define `generateInput`, which
 * takes no parameters and draws with `Math.random`; everything else that {@link checkCode} finds is
 * forbidden here, too. Never throws.
 *
 * @returns One problem a name, in the order of their lines; none for languages other than
 * JavaScript and TypeScript, of which nothing is known.
 */
export function checkGenerator(options: CheckGeneratorOptions): readonly CodeProblem[] {
  const { language, code } = options;
  if (!isParsable(language)) return [];
  const subject = 'The input generator';
  const { problems, uses } = checkProgram({
    ...{ language, code, entrypoint: 'generateInput', parameters: [] },
    ...{ subject, allowed: [randomName] },
  });
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
