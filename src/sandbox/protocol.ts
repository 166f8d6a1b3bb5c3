import type { PackedReports } from './batch.js';

/** What a worker starts with. What it is sent later is a `Batch` each time. */
export interface WorkerStart {
  /** Memory of the claim board. */
  readonly board: SharedArrayBuffer;
  /** What the engine starts with; when the key is missing, it is the first message. */
  readonly engineData?: unknown;
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
