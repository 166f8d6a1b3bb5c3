/** Where a limiter stands. */
export interface LimiterState {
  /** How many calls may be in flight now. */
  readonly concurrency: number;
  /** The most it allows. */
  readonly maxConcurrency: number;
  readonly inFlight: number;
  readonly waiting: number;
  /** How long no call begins, because the provider asked for it; 0 when calls may begin. */
  readonly pausedMs: number;
}
