import type { ResolvedLimits } from './limits.js';
import type { PreparedProgram } from './prepare-program.js';

/**
 * Calls for a worker to make, in columns: a message of few large arrays crosses a thread much
 * faster than one of many small objects.
 */
export interface Batch {
  /** Place of the first call on the claim board; the others follow. */
  readonly firstPlace: number;
  /** Each program of the batch once. */
  readonly programs: readonly PreparedProgram[];
  /** For each call the index of its program. */
  readonly programIndexes: readonly number[];
  /** One line for each call: JSON text on one line has no line break. */
  readonly inputLines: string;
  readonly seeds: readonly number[];
  readonly nowsMs: readonly number[];
}

/** What a worker tells the pool. */
export type WorkerResponse =
  | { readonly type: 'ready' }
  | {
      readonly type: 'reports';
      /** Reports of the calls that come next, a line each; empty for one that was taken away. */
      readonly lines: string;
      readonly steps: readonly number[];
      /** Whether these are the last of their batch. */
      readonly isBatchOver: boolean;
    };

/** What a worker starts with. */
export interface WorkerStart {
  readonly limits: ResolvedLimits;
  /** Memory of the claim board. */
  readonly board: SharedArrayBuffer;
}
