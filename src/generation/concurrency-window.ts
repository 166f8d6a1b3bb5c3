import { type CallFate, createEpoch, type Epoch, type StartedCall } from './call-epoch.js';

/** Decides from the provider's refusals how many calls may be in flight. */
export interface ConcurrencyWindow {
  /** How many calls may be in flight: an integer from 1 to `max`. */
  readonly size: number;
  readonly max: number;
  readonly inFlight: number;
  /** The share of calls that the provider refuses whatever the load; 0 when it refuses none that way. */
  readonly backgroundShare: number;
  /** No call may begin before. */
  readonly pausedUntilMs: number;
  start(nowMs: number): StartedCall;
  /** @param retryAfterMs - How long the provider asked to wait, after a refusal. */
  end(call: StartedCall, fate: CallFate, nowMs: number, retryAfterMs?: number): void;
  /** Changes the most calls in flight. */
  resize(max: number): void;
}

/** A cut keeps at least this part of the window, and at most that. */
const deepestCut = 0.5;
const lightestCut = 0.93;
/** Refusals below this share are no reason to do anything. */
const toleratedShare = 0.01;
/** So many cuts in a row that do not help show that the refusals do not come from the load. */
const uselessCuts = 4;
/** A provider that refuses more than this whatever the load is held for one with a limit. */
const mostBackground = 0.75;
/** What was learned about such refusals holds as long, and as many times the time it took to learn. */
const shortestBeliefMs = 60_000;
const beliefsPerTrial = 50;
/** After a pause, this many times its length passes before more calls are tried, up to a limit. */
const restsPerPause = 20;
const longestRestMs = 600_000;

/** Cuts in a row, none of which made the refusals much fewer. */
interface Trial {
  readonly cuts: number;
  readonly share: number;
  /** The window before the first cut. */
  readonly window: number;
  readonly sinceMs: number;
}

/**
 * Makes a window that begins with `max` calls. It grows by addition and shrinks by multiplication
 * (AIMD), not with every call but with epochs of as many calls as fit into it.
 *
 * How much it shrinks depends on the share of refused calls. Where a limit is the reason, that ends
 * the refusals. When it does not, several times in a row, the provider refuses calls whatever the
 * load, as overloaded ones do: the window is restored, and only refusals beyond that share count.
 */
export function createConcurrencyWindow(max: number, nowMs: number): ConcurrencyWindow {
  let most = max;
  let window = max;
  let inFlight = 0;
  let background = 0;
  let belief = { share: 0, untilMs: 0 };
  let trial: Trial = { cuts: 0, share: 0, window: max, sinceMs: nowMs };
  let pausedUntilMs = nowMs;
  let restUntilMs = nowMs;
  let epoch: Epoch = createEpoch(max);
  /** How long admitted and refused calls take, on a sliding mean. */
  const tookMs = { admitted: 0, refused: 0 };

  const judge = (now: number): void => {
    if (!epoch.isOver) return;
    const { share, calls } = epoch;
    const noise = toleratedShare + 3 * Math.sqrt((background * (1 - background)) / calls);
    if (share > background + noise) shrink(share, now);
    else grow(share, now);
    epoch = createEpoch(window);
  };
  const shrink = (share: number, now: number): void => {
    const isAlike =
      trial.cuts > 0 &&
      window > 1 &&
      share <= mostBackground &&
      share >= trial.share / 3 &&
      share <= trial.share * 3;
    trial = isAlike
      ? { ...trial, cuts: trial.cuts + 1 }
      : { cuts: 1, share, window: trial.cuts > 0 ? trial.window : window, sinceMs: now };
    if (trial.cuts >= uselessCuts) {
      believe(share, now);
      return;
    }
    // Quick refusals meet those in flight that were let in: their number is what the provider takes.
    const areQuick = tookMs.refused < tookMs.admitted / 3;
    const takenPart = areQuick ? epoch.fewestInFlight / window : 0;
    const kept = Math.max(1 - (share - background), takenPart, deepestCut);
    window = Math.max(1, window * Math.min(kept, lightestCut));
    const restMs = Math.min(restsPerPause * epoch.pausedMs, longestRestMs);
    restUntilMs = Math.max(pausedUntilMs, now) + restMs;
  };
  const believe = (share: number, now: number): void => {
    const heldMs = Math.max(shortestBeliefMs, beliefsPerTrial * (now - trial.sinceMs));
    background = share;
    belief = { share: 1.1 * share, untilMs: now + heldMs };
    window = Math.min(most, trial.window);
    pausedUntilMs = now;
    restUntilMs = now;
    trial = { cuts: 0, share: 0, window, sinceMs: now };
  };
  const grow = (share: number, now: number): void => {
    trial = { ...trial, cuts: Math.max(0, trial.cuts - 1) };
    background = Math.min(belief.share, background + 0.2 * (share - background));
    if (background < toleratedShare || now > belief.untilMs) background = 0;
    if (!epoch.isBusy || now < restUntilMs) return;
    window = Math.min(most, window + Math.max(1, Math.min(most / 32, window / 4)));
  };
  const size = (): number => Math.max(1, Math.round(window));

  return {
    get size() {
      return size();
    },
    get max() {
      return most;
    },
    get inFlight() {
      return inFlight;
    },
    get backgroundShare() {
      return background;
    },
    get pausedUntilMs() {
      return pausedUntilMs;
    },
    start(now) {
      inFlight++;
      return epoch.start(now, inFlight >= size());
    },
    end(call, fate, now, retryAfterMs = 0) {
      inFlight--;
      if (fate !== 'unknown') tookMs[fate] += 0.1 * (now - call.startedAtMs - tookMs[fate]);
      if (!epoch.end(call, fate, inFlight)) return;
      const untilMs = now + retryAfterMs;
      // Refusals that come whatever the load say nothing about the other calls.
      if (fate === 'refused' && background === 0 && untilMs > pausedUntilMs) {
        epoch.pausedMs += untilMs - Math.max(pausedUntilMs, now);
        pausedUntilMs = untilMs;
      }
      judge(now);
    },
    resize(next) {
      window = window >= most ? next : Math.min(window, next);
      most = next;
    },
  };
}
