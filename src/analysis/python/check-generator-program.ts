import type { CodeProblem } from '../../core/code-problem.js';
import { type CheckProgramOptions, checkProgram } from './check-program.js';

const randomModule = 'random';
/** What makes the same numbers every time when it is given a seed. */
const seedingNames = new Set(['random.seed', 'random.Random']);

/** Checks an input generator in Python by its text alone. Never throws. */
export function checkGeneratorProgram(
  options: Omit<CheckProgramOptions, 'allowed'>,
): readonly CodeProblem[] {
  const { subject } = options;
  const { problems, uses } = checkProgram({ ...options, allowed: [randomModule] });
  const seeding = uses.find(({ path, isCalled, hasArguments }) => {
    return isCalled && hasArguments && seedingNames.has(path.join('.'));
  });
  if (seeding !== undefined) {
    const { path, line } = seeding;
    const message = `${subject} seeds its random numbers itself: ${path.join('.')}() in line ${line}, so that it makes the same input every time.`;
    return [{ kind: 'not-random', message, line }, ...problems];
  }
  const isKnown = problems.some(({ kind }) => kind === 'syntax' || kind === 'randomness');
  if (isKnown || uses.some(({ path }) => path[0] === randomModule)) return problems;
  const message = `${subject} never draws with the module random, so that it makes the same input every time.`;
  return [{ kind: 'not-random', message }, ...problems];
}
