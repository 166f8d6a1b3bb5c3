import type { Task } from '../core/task.js';
import type { UnverifiableVerdict } from '../core/verdict.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import { isEqual } from '../values/is-equal.js';
import { unverifiableOutcome } from './unverifiable-outcome.js';
import type { VerifyOptions } from './verify.js';

/**
 * Runs the code on the recorded input.
 *
 * @returns The verdict on all that is judged by the recorded output; `undefined` when it is what the
 * code returns.
 */
export async function checkTruth(
  { function: fn, pair }: Task,
  { sandbox, equality, signal }: Pick<VerifyOptions, 'sandbox' | 'equality' | 'signal'>,
): Promise<UnverifiableVerdict | undefined> {
  const outcome = await runPatiently(sandbox, fn, pair.input, { signal });
  if (outcome.status === 'returned' && isEqual(outcome.value, pair.output, equality)) {
    return undefined;
  }
  const unverifiable = unverifiableOutcome(outcome, 'the call on the recorded input');
  if (unverifiable !== undefined) return unverifiable;
  const detail =
    outcome.status === 'returned'
      ? 'the code returns something else for the recorded input'
      : `the code does not return for the recorded input: ${outcome.status}`;
  return { status: 'unverifiable', reason: 'truth-not-reproducible', detail };
}
