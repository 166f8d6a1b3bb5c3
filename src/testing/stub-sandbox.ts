import type { JsonObject } from '../core/json-value.js';
import type { Outcome, Program, Sandbox } from '../sandbox/sandbox.js';

/**
 * Makes a sandbox that answers from a function instead of running anything.
 *
 * @param respond - Says what becomes of a call.
 */
export function createStubSandbox(
  respond: (program: Program, input: JsonObject) => Outcome | Promise<Outcome>,
): Sandbox {
  return {
    languages: ['javascript', 'typescript', 'python'],
    async run(program, input) {
      return respond(program, input);
    },
    async [Symbol.asyncDispose]() {},
  };
}
