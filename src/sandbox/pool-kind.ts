import type { ResourceLimits } from 'node:worker_threads';
import type { Language } from '../core/code-function.js';
import type { GuestReport } from './guest-report.js';
import type { CallResolver } from './resolve-call.js';
import type { Outcome } from './sandbox.js';

/** The threads that an engine runs in. */
interface EngineThread
  extends Pick<ResourceLimits, 'maxYoungGenerationSizeMb' | 'maxOldGenerationSizeMb'> {
  /** The built file, which calls `serveCalls` with the engine; read anew for each thread. */
  readonly url: URL;
  /** Enough of it that the guest's own stack always ends first. */
  readonly stackSizeMb: number;
}

/** What a pool has to know about its engine. */
export interface PoolKind {
  readonly languages: readonly Language[];
  /** What decides the outcomes, as a sandbox names it. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Turns the arguments of `run` into a call. */
  readonly resolveCall: CallResolver;
  /** Reads what the engine reports of a call. */
  readReport(this: void, report: GuestReport, countOperations: boolean): Outcome;
  readonly thread: EngineThread;
  /** The longest time without a step; see `SandboxLimits`. */
  readonly wallClockMs: number;
  /**
   * Makes what an engine starts with: anything that can be cloned, or a promise of it. Asked for each
   * thread, which starts at once and gets what was promised when it is there; without it the thread
   * fails to start.
   */
  engineData(this: void): unknown;
  /** Ends what the kind keeps for its threads. Called once, when the sandbox is closed. */
  close?(this: void): Promise<void>;
}
