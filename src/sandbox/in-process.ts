import { SandboxClosedError } from '../errors/sandbox-closed-error.js';
import { createEngine } from './engine.js';
import { outcomeSettings, resolveLimits, type SandboxLimits } from './limits.js';
import { prepareProgram } from './prepare-program.js';
import { readReport } from './read-report.js';
import { createCallResolver } from './resolve-call.js';
import type { Sandbox } from './sandbox.js';

/** Options of {@link createInProcessSandbox}; there is no wall clock without a second thread. */
export type InProcessSandboxOptions = Omit<SandboxLimits, 'wallClockMs'>;

/**
 * Makes a sandbox on the calling thread, for browsers and tests. Same contract and same verdicts
 * as `createSandbox`, but nothing can stop a built-in that never interrupts (such as `indexOf` on
 * a huge sparse array): use it for code that is not hostile.
 *
 * @throws TypeError naming an option that is out of range.
 */
export async function createInProcessSandbox(
  options: InProcessSandboxOptions = {},
): Promise<Sandbox> {
  const limits = resolveLimits(options);
  const engine = await createEngine(limits);
  const resolveCall = createCallResolver(prepareProgram);
  let isClosed = false;
  return {
    languages: ['javascript', 'typescript'],
    settings: outcomeSettings(limits),
    async run(program, input, options = {}) {
      if (isClosed) throw new SandboxClosedError();
      const resolved = resolveCall(program, input, options);
      options.signal?.throwIfAborted();
      if ('outcome' in resolved) return resolved.outcome;
      const { call } = resolved;
      return readReport(await engine.evaluate(call), call.countOperations);
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
    },
  };
}
