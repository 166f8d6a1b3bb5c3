import type { JsonObject } from '../core/json-value.js';
import type { Outcome, Program, RunOptions, Sandbox } from './sandbox.js';

/** How often a call that the sandbox lost is made. */
export const maximumRuns = 3;

/** Runs a program; a lost call says nothing about it, and is made again. */
export async function runPatiently(
  sandbox: Sandbox,
  program: Program,
  input: JsonObject,
  options: RunOptions = {},
): Promise<Outcome> {
  let outcome: Outcome = { status: 'lost' };
  for (let run = 0; run < maximumRuns && outcome.status === 'lost'; run++) {
    outcome = await sandbox.run(program, input, options);
  }
  return outcome;
}
