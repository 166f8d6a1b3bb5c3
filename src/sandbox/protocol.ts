import type { PackedReports } from './batch.js';
import type { ResolvedLimits } from './limits.js';

/** What a worker starts with. What it is sent later is a `Batch` each time. */
export interface WorkerStart {
  readonly limits: ResolvedLimits;
  /** Memory of the claim board. */
  readonly board: SharedArrayBuffer;
}

/** What a worker tells the pool. */
export type WorkerResponse =
  | { readonly type: 'ready' }
  | {
      readonly type: 'reports';
      /** Of the calls that come next, in order. */
      readonly reports: PackedReports;
      /** Whether these are the last of their batch. */
      readonly isBatchOver: boolean;
    };
