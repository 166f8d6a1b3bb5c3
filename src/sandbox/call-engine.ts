import type { Call } from './call.js';
import type { GuestReport } from './guest-report.js';

/** Makes calls one after the other on one thread, each from a pristine state. */
export interface CallEngine {
  /** Reports whatever the guest does; an engine that broke is replaced and the call `lost`. */
  evaluate(this: void, call: Call): GuestReport | Promise<GuestReport>;
}
