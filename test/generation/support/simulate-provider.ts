import { createConcurrencyWindow } from '../../../src/generation/concurrency-window.js';
import { createRandom } from '../../../src/values/random.js';

/** A provider in virtual time. */
export interface SimulatedProvider {
  /** Calls a second that it takes, from a bucket of `burst`. */
  readonly rate?: number;
  readonly burst?: number;
  /** Calls at a time that it takes. */
  readonly limit?: number;
  /** The share of calls that it refuses whatever the load. */
  readonly background?: number;
  readonly latencyMs: number;
  readonly refusalMs: number;
  /** Whether it says how long to wait. */
  readonly retryAfter: 'none' | 'exact' | 'seconds';
}

/** What came of a simulation, without its beginning. */
export interface SimulatedRun {
  readonly repliesPerSecond: number;
  readonly refusedShare: number;
  readonly window: number;
}

/**
 * Makes as many calls as a window allows to a provider, in virtual time, so that the outcome is the
 * same on any machine.
 */
export function simulateProvider(
  provider: SimulatedProvider,
  maxConcurrency: number,
  seconds: number,
  warmUpSeconds = 15,
): SimulatedRun {
  const random = createRandom(7);
  const window = createConcurrencyWindow(maxConcurrency, 0);
  const serve = createService(provider, random);
  const events = createAgenda();
  const counts = { started: 0, replied: 0, refused: 0 };
  let wakeAtMs = Number.POSITIVE_INFINITY;

  const callAsAllowed = (now: number): void => {
    while (window.inFlight < window.size) {
      if (window.pausedUntilMs > now) {
        if (wakeAtMs <= now || window.pausedUntilMs < wakeAtMs) {
          wakeAtMs = window.pausedUntilMs;
          events.add(wakeAtMs, callAsAllowed);
        }
        return;
      }
      const call = window.start(now);
      const isCounted = now > warmUpSeconds * 1000;
      if (isCounted) counts.started++;
      const { isRefused, tookMs, retryAfterMs } = serve.begin(now);
      events.add(now + tookMs, (end) => {
        if (!isRefused) serve.end();
        if (isCounted) counts[isRefused ? 'refused' : 'replied']++;
        window.end(call, isRefused ? 'refused' : 'admitted', end, retryAfterMs);
        callAsAllowed(end);
      });
    }
  };
  events.add(0, callAsAllowed);
  events.runUntil(seconds * 1000);
  return {
    repliesPerSecond: counts.replied / (seconds - warmUpSeconds),
    refusedShare: counts.refused / counts.started,
    window: window.size,
  };
}

interface Answer {
  readonly isRefused: boolean;
  readonly tookMs: number;
  readonly retryAfterMs?: number;
}

function createService(provider: SimulatedProvider, random: () => number) {
  const { rate, burst = 1, limit, background = 0, latencyMs, refusalMs, retryAfter } = provider;
  let atWork = 0;
  let tokens = burst;
  let filledAtMs = 0;
  const refuse = (waitMs: number): Answer => {
    const rounded = retryAfter === 'seconds' ? 1000 * Math.ceil(waitMs / 1000) : waitMs;
    const answer = { isRefused: true, tookMs: refusalMs };
    return retryAfter === 'none' ? answer : { ...answer, retryAfterMs: rounded };
  };
  return {
    begin(now: number): Answer {
      if (limit !== undefined && atWork >= limit) return refuse(500);
      if (rate !== undefined) {
        tokens = Math.min(burst, tokens + ((now - filledAtMs) * rate) / 1000);
        filledAtMs = now;
        if (tokens < 1) return refuse(((1 - tokens) * 1000) / rate);
        tokens--;
      }
      if (random() < background) return refuse(1000);
      atWork++;
      // A spread of a few tenths, as real replies have.
      return { isRefused: false, tookMs: latencyMs * (0.7 + 0.6 * random()) };
    },
    end(): void {
      atWork--;
    },
  };
}

/** What happens when, in order of time (a binary heap). */
function createAgenda() {
  const heap: {
    readonly at: number;
    readonly order: number;
    readonly run: (at: number) => void;
  }[] = [];
  let order = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]];
    if (x === undefined || y === undefined) return x !== undefined;
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] as (typeof heap)[0], heap[a] as (typeof heap)[0]];
  };
  const takeFirst = () => {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) heap[0] = last;
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      const child = isBefore(left + 1, left) ? left + 1 : left;
      if (child >= heap.length || !isBefore(child, place)) return first;
      swap(child, place);
      place = child;
    }
  };
  return {
    add(at: number, run: (at: number) => void): void {
      heap.push({ at, order: order++, run });
      for (let place = heap.length - 1; place > 0; ) {
        const parent = (place - 1) >> 1;
        if (!isBefore(place, parent)) return;
        swap(place, parent);
        place = parent;
      }
    },
    runUntil(endMs: number): void {
      for (let next = takeFirst(); next !== undefined && next.at <= endMs; next = takeFirst()) {
        next.run(next.at);
      }
    },
  };
}
