import { outcomeSettings, resolveLimits, type SandboxLimits } from './limits.js';
import { createPool } from './pool.js';
import { resolvePoolSize } from './pool-size.js';
import { prepareProgram } from './prepare-program.js';
import { readReport } from './read-report.js';
import { createCallResolver } from './resolve-call.js';
import type { Sandbox } from './sandbox.js';
import { workerUrl } from './worker-url.js';

/** Options of {@link createSandbox}. */
export interface SandboxOptions extends SandboxLimits {
  /**
   * Worker threads; each starts when it is first needed.
   * @defaultValue the number of processors, at most 8
   */
  readonly workers?: number | undefined;
}

/** Stack of a thread for each byte of the guest's, so that the guest's always ends first. */
const threadStackFactor = 64;
const megabyte = 1024 * 1024;
/** A call leaves little behind, and an engine left to itself lets tens of megabytes of it gather. */
const youngGenerationMb = 4;

/**
 * Makes a sandbox on worker threads. Every call starts from a pristine interpreter; a watchdog
 * replaces a worker that does not come back. An idle sandbox does not keep the process alive;
 * closing it (`await using`) ends all threads.
 *
 * Calls that wait are sent to the threads in batches, so start as many as you like at once. Their
 * order is not kept.
 *
 * @example
 * ```ts
 * await using sandbox = createSandbox();
 * const program = { language: 'javascript', code: 'const double = (n) => 2 * n', entrypoint: 'double', parameters: ['n'] };
 * await sandbox.run(program, { n: 21 }); // { status: 'returned', value: 42, steps: 0, logs: [] }
 * ```
 *
 * @throws TypeError naming an option that is out of range.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const limits = resolveLimits(options);
  return createPool(
    {
      languages: ['javascript', 'typescript'],
      settings: outcomeSettings(limits),
      resolveCall: createCallResolver(prepareProgram),
      readReport,
      thread: {
        get url() {
          return workerUrl();
        },
        stackSizeMb: Math.ceil((limits.maxStackBytes * threadStackFactor) / megabyte),
        maxYoungGenerationSizeMb: youngGenerationMb,
      },
      wallClockMs: limits.wallClockMs,
      engineData: () => limits,
    },
    resolvePoolSize(options.workers),
  );
}
