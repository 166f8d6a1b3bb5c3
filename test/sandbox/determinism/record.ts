import { createHash } from 'node:crypto';
import { stringifyJson } from '../../../src/index.js';
import type { Outcome, Sandbox } from '../../../src/sandbox/index.js';
import type { DeterministicCall } from './programs.js';

/** Outcomes by the names of their calls, one line each. */
export type OutcomeRecord = Readonly<Record<string, string>>;

/** Makes calls at once, in the given order. */
export async function recordOutcomes(
  sandbox: Sandbox,
  calls: readonly DeterministicCall[],
): Promise<OutcomeRecord> {
  const made = calls.map(async ({ name, program, input, options }) => {
    const outcome = await sandbox.run(program, input, options);
    return [name, describeOutcome(outcome)] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** Everything that an outcome says; long values as the beginning of their hash. */
function describeOutcome(outcome: Outcome): string {
  switch (outcome.status) {
    case 'returned': {
      const hash = createHash('sha256').update(stringifyJson(outcome.value)).digest('hex');
      return `returned in ${outcome.steps} steps: ${hash.slice(0, 16)}`;
    }
    case 'threw': {
      const { name, message, line } = outcome.error;
      return `threw in ${outcome.steps} steps: ${name}: ${message} (line ${line})`;
    }
    case 'unserializable':
      return `unserializable: ${outcome.path} is ${outcome.reason}`;
    default:
      return outcome.status;
  }
}
