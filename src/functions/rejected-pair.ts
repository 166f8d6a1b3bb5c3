import type { JsonObject } from '../core/json-value.js';
import type { LimitExcess } from '../values/json-limits.js';

/** Why an attempt gave no pair. */
export type PairRejectReason =
  | 'generator-failed'
  | 'input-not-an-object'
  /** The input lacks a variable, has one too many, or does not fit the function's own schema. */
  | 'input-misfits-schema'
  | 'input-too-large'
  | 'duplicate-input'
  | 'threw'
  | 'step-limit'
  | 'out-of-memory'
  | 'output-too-large'
  /** The input or the output holds what JSON cannot carry. */
  | 'unserializable'
  | 'null-output'
  /** JavaScript computed an integer beyond 2^53, which it cannot hold exactly. */
  | 'unsafe-integer'
  | 'not-deterministic'
  /** The function is trivial, and trivial functions are dropped. */
  | 'trivial'
  /** The generator or the function imports a module that the sandbox lacks; no attempt follows. */
  | 'missing-module'
  /** The sandbox could not tell, repeatedly; nothing is known about the function. */
  | 'lost';

/** Why and where an attempt failed. */
export interface PairReject {
  readonly reason: PairRejectReason;
  /** The input, once there was one. */
  readonly input?: JsonObject | undefined;
  /** What happened, for people. */
  readonly detail?: string | undefined;
  /** The place in the input or output that the reason is about, such as `$.rows[3]`. */
  readonly path?: string | undefined;
  /** The limit that was exceeded, and by what; for values that are too large. */
  readonly excess?: LimitExcess | undefined;
  /** The module that the sandbox lacks. */
  readonly missingModule?: string | undefined;
}

/** An attempt that gave no pair. */
export interface RejectedPair extends PairReject {
  /** Which attempt it was, counted from 0. */
  readonly index: number;
}
