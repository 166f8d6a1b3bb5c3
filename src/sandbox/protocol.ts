import type { Call } from './call.js';
import type { GuestReport } from './guest-report.js';

/** What the pool tells a worker. */
export type WorkerRequest = { readonly type: 'call'; readonly id: number; readonly call: Call };

/** What a worker tells the pool. */
export type WorkerResponse =
  | { readonly type: 'ready' }
  | { readonly type: 'report'; readonly id: number; readonly report: GuestReport };
