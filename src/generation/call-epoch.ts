/** What became of a call, as far as it says something about the provider's limits. */
export type CallFate =
  /** The provider did the work. */
  | 'admitted'
  /** The provider refused it because there are too many (429). */
  | 'refused'
  /** It failed otherwise, was given up, or was answered from a cache. */
  | 'unknown';

/** A call in flight. */
export interface StartedCall {
  readonly epoch: Epoch;
  readonly startedAtMs: number;
  /** Whether it is one of those that the epoch is about; later ones may be unduly quick refusals. */
  readonly isCounted: boolean;
}

/** The calls that are started under one size of the window. */
export interface Epoch {
  /** How many calls it is about. */
  readonly calls: number;
  /** Whether all of them have ended. */
  readonly isOver: boolean;
  /** The share of them that was refused. */
  readonly share: number;
  /** The fewest calls that were in flight when one was refused. */
  readonly fewestInFlight: number;
  /** Whether the window was full at times: otherwise nothing is known about its size. */
  readonly isBusy: boolean;
  /** How long the provider asked to wait. */
  pausedMs: number;
  start(nowMs: number, isFull: boolean): StartedCall;
  /** Returns false for a call of another epoch. */
  end(call: StartedCall, fate: CallFate, inFlight: number): boolean;
}

/** Fewer calls than this say little. */
const fewestCalls = 20;

/** Begins an epoch of about as many calls as the window holds. */
export function createEpoch(window: number): Epoch {
  const calls = Math.max(fewestCalls, Math.floor(window));
  let started = 0;
  let ended = 0;
  let refused = 0;
  let fewestInFlight = Number.POSITIVE_INFINITY;
  let isBusy = false;
  const epoch: Epoch = {
    calls,
    pausedMs: 0,
    get isOver() {
      return ended === calls;
    },
    get share() {
      return refused / calls;
    },
    get fewestInFlight() {
      return fewestInFlight;
    },
    get isBusy() {
      return isBusy;
    },
    start(startedAtMs, isFull) {
      isBusy ||= isFull;
      const isCounted = started < calls;
      if (isCounted) started++;
      return { epoch, startedAtMs, isCounted };
    },
    end(call, fate, inFlight) {
      if (call.epoch !== epoch) return false;
      if (fate === 'refused') {
        fewestInFlight = Math.min(fewestInFlight, inFlight);
        if (call.isCounted) refused++;
      }
      if (call.isCounted) ended++;
      return true;
    },
  };
  return epoch;
}
