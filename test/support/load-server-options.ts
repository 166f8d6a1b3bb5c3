/** How the load server behaves. Every field may be left out; without any, it answers at once. */
export interface LoadServerOptions {
  /**
   * From the arrival of a request to its answer, or to the fault that strikes it, in milliseconds.
   * @defaultValue 0
   */
  readonly latencyMs?: number | undefined;
  /**
   * How many turns of a conversation are answered wrongly before the right answer comes.
   * @defaultValue 1
   */
  readonly wrongTurns?: number | undefined;
  /**
   * Faults that strike requests at random, whatever the load.
   * @defaultValue none
   */
  readonly faults?: FaultMix | undefined;
  /**
   * How many requests may be in work; one more is refused with 429.
   * @defaultValue any number
   */
  readonly maxConcurrency?: number | undefined;
  /**
   * How many requests a second are let in; more are refused with 429.
   * @defaultValue any number
   */
  readonly rate?: RequestRate | undefined;
  /**
   * How long it takes to refuse a request for `maxConcurrency` or `rate`, in milliseconds.
   * @defaultValue 0
   */
  readonly refusalMs?: number | undefined;
  /**
   * Whether it is kept how often each prompt was asked and answered, for `prompts()`.
   * @defaultValue true
   */
  readonly recordsPrompts?: boolean | undefined;
}

/** What can befall a request at random. */
export type Fault =
  /** 429. */
  | 'rateLimited'
  /** 500, 502 and 503 in turn. */
  | 'serverError'
  /** The connection is closed in the middle of the answer. */
  | 'cutOff'
  /** No answer at all. */
  | 'hang'
  /** Half an answer, with `finish_reason: length`. */
  | 'length';

/** The shares of requests that are struck by each fault, from 0 to 1, together at most 1. */
export type FaultMix = { readonly [F in Fault]?: number | undefined } & {
  /**
   * The same seed strikes the same requests, counted in the order of their arrival.
   * @defaultValue 1
   */
  readonly seed?: number | undefined;
  /**
   * What a 429 tells the client to wait, in milliseconds.
   * @defaultValue nothing
   */
  readonly retryAfterMs?: number | undefined;
};

/** A token bucket, full at the start. */
export interface RequestRate {
  readonly requestsPerSecond: number;
  /**
   * How many requests are let in at once after a pause.
   * @defaultValue 1
   */
  readonly burst?: number | undefined;
  /**
   * How a refusal says when there is room again: exactly in `retry-after-ms`, or rounded up to
   * seconds in `retry-after`.
   * @defaultValue 'milliseconds'
   */
  readonly retryAfter?: 'milliseconds' | 'seconds' | 'none' | undefined;
}

/** Counts since the start of the server or the last `reset`. */
export type LoadServerStats = {
  /** Requests that were struck by each fault; `rateLimited` includes those that a limit refused. */
  readonly [F in Fault]: number;
} & {
  /** All that arrived. */
  readonly requests: number;
  /** Complete answers, right or wrong. */
  readonly answered: number;
  /** Requests whose client went away before the answer. */
  readonly abandoned: number;
  /** The most requests that were in work at a time, without those that a limit refused. */
  readonly peakInFlight: number;
};

/** How often one prompt came, and how often it was answered in full. */
export interface PromptCount {
  readonly asked: number;
  readonly answered: number;
}
