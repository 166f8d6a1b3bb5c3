/** What became of a call, as far as it says something about the provider's limits. */
export type CallFate = 'admitted' | 'refused' | 'unknown';

/** A call in flight. */
export interface StartedCall {
  readonly epoch: number;
  /** Whether the epoch ends with it. */
  readonly isCounted: boolean;
}

export interface ConcurrencyWindow {
  readonly size: number;
  readonly max: number;
  readonly backgroundShare: number;
  readonly pausedUntilMs: number;
  readonly inFlight: number;
  start(nowMs: number): StartedCall;
  end(call: StartedCall, fate: CallFate, nowMs: number, retryAfterMs?: number): void;
  resize(max: number): void;
}

const smallestEpoch = 10;
const deepestCut = 0.5;
const lightestCut = 0.93;
const toleratedShare = 0.01;
const cutsUntilBelief = 5;
const mostBackground = 0.6;
const beliefMs = 300_000;
const restsPerPause = 20;
const longestRestMs = 600_000;

export function createConcurrencyWindow(max: number, nowMs: number): ConcurrencyWindow {
  let most = max;
  let window = max;
  let inFlight = 0;
  let background = 0;
  let believedUntilMs = 0;
  let pausedUntilMs = nowMs;
  let restUntilMs = nowMs;
  let cuts = { count: 0, share: 0, window: max };
  let number = 0;
  let epoch = newEpoch(max);

  function newEpoch(size: number) {
    return {
      wanted: Math.max(smallestEpoch, Math.floor(size)),
      counted: 0,
      countedEnded: 0,
      ended: 0,
      refused: 0,
      pausedMs: 0,
      lowest: Infinity,
      isBusy: false,
    };
  }
  const judge = (nowMs: number): void => {
    if (epoch.countedEnded < epoch.wanted) return;
    const share = epoch.refused / epoch.ended;
    const noise = toleratedShare + 2.5 * Math.sqrt((background * (1 - background)) / epoch.ended);
    if (share > background + noise) shrink(share, nowMs);
    else grow(share, nowMs);
    number++;
    epoch = newEpoch(window);
  };
  const shrink = (share: number, nowMs: number): void => {
    const isAlike = share <= mostBackground && share >= cuts.share / 2 && share <= 2 * cuts.share;
    cuts =
      isAlike && window > 1
        ? { ...cuts, count: cuts.count + 1 }
        : { count: 1, share, window: cuts.count > 0 ? cuts.window : window };
    if (cuts.count >= cutsUntilBelief) {
      background = share;
      believedUntilMs = nowMs + beliefMs;
      window = Math.min(most, cuts.window);
      pausedUntilMs = restUntilMs = nowMs;
      cuts = { count: 0, share: 0, window };
      return;
    }
    window = Math.max(
      1,
      Math.min(window * lightestCut, Math.max(window * deepestCut, epoch.lowest)),
    );
    restUntilMs =
      Math.max(pausedUntilMs, nowMs) + Math.min(restsPerPause * epoch.pausedMs, longestRestMs);
  };
  const grow = (share: number, nowMs: number): void => {
    cuts = { count: 0, share: 0, window };
    if (background > 0) background += 0.2 * (share - background);
    if (background < toleratedShare || nowMs > believedUntilMs) background = 0;
    if (epoch.isBusy && nowMs >= restUntilMs)
      window = Math.min(most, window + Math.max(1, Math.min(most / 32, window / 4)));
  };
  return {
    get size() {
      return Math.max(1, Math.round(window));
    },
    get max() {
      return most;
    },
    get backgroundShare() {
      return background;
    },
    get pausedUntilMs() {
      return pausedUntilMs;
    },
    get inFlight() {
      return inFlight;
    },
    start() {
      inFlight++;
      if (inFlight >= Math.round(window)) epoch.isBusy = true;
      const isCounted = epoch.counted < epoch.wanted;
      if (isCounted) epoch.counted++;
      return { epoch: number, isCounted };
    },
    end(call, fate, nowMs, retryAfterMs = 0) {
      inFlight--;
      if (call.epoch !== number) return;
      if (call.isCounted) epoch.countedEnded++;
      if (fate !== 'unknown') epoch.ended++;
      if (fate === 'refused') {
        epoch.refused++;
        epoch.lowest = Math.min(epoch.lowest, inFlight);
        const untilMs = nowMs + retryAfterMs;
        if (background === 0 && untilMs > pausedUntilMs) {
          epoch.pausedMs += untilMs - Math.max(pausedUntilMs, nowMs);
          pausedUntilMs = untilMs;
        }
      }
      judge(nowMs);
    },
    resize(max) {
      window = window >= most ? max : Math.min(window, max);
      most = max;
    },
  };
}
