import type { UnverifiableVerdict } from '../core/verdict.js';
import { maximumRuns } from '../sandbox/run-patiently.js';
import type { Outcome } from '../sandbox/sandbox.js';

/**
 * Says why an outcome tells nothing about the code: the sandbox lost the call, repeatedly, or lacks
 * a module.
 *
 * @param call - The call in words, such as `the call on the recorded input`.
 * @returns `undefined` for what the code itself did.
 */
export function unverifiableOutcome(
  outcome: Outcome,
  call: string,
): UnverifiableVerdict | undefined {
  if (outcome.status === 'lost') {
    const detail = `the sandbox lost ${call} ${maximumRuns} times`;
    return { status: 'unverifiable', reason: 'sandbox-lost', detail };
  }
  if (outcome.status === 'threw' && outcome.error.missingModule !== undefined) {
    const detail = `the sandbox lacks the module ${outcome.error.missingModule}, which ${call} needs`;
    return { status: 'unverifiable', reason: 'missing-module', detail };
  }
  return undefined;
}
