import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { createConcurrencyWindow } from './concurrency-window.js';
import { createMinuteBucket, type TokenBucket } from './token-bucket.js';
import { createWaitingLine } from './waiting-line.js';

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
  /** The share of calls that the provider refuses whatever the load; 0 when it refuses none that way. */
  readonly backgroundShare: number;
}

/** How a limiter is set up. */
export interface LimiterOptions {
  /**
   * Calls in flight at most. It begins with as many, and adapts to what the provider takes.
   * @defaultValue 32
   */
  readonly concurrency?: number | undefined;
  /**
   * Calls a minute, evenly spread.
   * @defaultValue no limit
   */
  readonly requestsPerMinute?: number | undefined;
  /**
   * Tokens a minute, input and output: estimated when a call begins, put right when it has ended.
   * @defaultValue no limit
   */
  readonly tokensPerMinute?: number | undefined;
  /**
   * The present time, in milliseconds.
   * @defaultValue a clock that never goes back
   */
  readonly nowMs?: (() => number) | undefined;
}

/** What became of a call, as far as it matters for the limits. */
export type SlotOutcome =
  | {
      readonly type: 'replied';
      /** Tokens that it took, where that is known. */
      readonly tokens?: number | undefined;
      /** Whether the provider was not asked at all. */
      readonly isCached?: boolean | undefined;
    }
  | {
      /** The provider answered 429. */
      readonly type: 'rate-limited';
      /** How long it asked to wait. */
      readonly retryAfterMs?: number | undefined;
    }
  /** It failed otherwise, or was given up: that says nothing about the limits. */
  | { readonly type: 'failed' | 'abandoned' };

/** The permission to make one call. */
export interface LimiterSlot {
  /** Gives it back; to be called once, whatever happened. */
  release(outcome: SlotOutcome): void;
}

/** Lets calls to one model through, as many at a time as the provider takes. */
export interface Limiter {
  readonly state: LimiterState;
  /**
   * Waits for a slot: the urgent calls first, else first come first served.
   *
   * @throws the signal's reason when it is aborted while waiting.
   */
  acquire(request: {
    /** The tokens that the call is expected to take. */
    readonly tokens: number;
    /**
     * Whether it goes before calls that are not: what was begun is finished before more is begun.
     * @defaultValue false
     */
    readonly isUrgent?: boolean | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<LimiterSlot>;
  /** Changes how many calls may be in flight at most. */
  resize(concurrency: number): void;
}

/** Timers hold at most 2^31 - 1 ms; a provider may ask for more. */
const longestTimerMs = 2 ** 30;

/**
 * Makes a limiter for the calls to one model. It begins with `concurrency` calls at a time, makes
 * that fewer when the provider refuses calls (429), and slowly more again. A `Retry-After` holds up
 * all calls; other failures, such as 5xx, change nothing. Calls that are refused whatever the load
 * is, as an overloaded provider does, are told apart and do not hold up the others.
 *
 * Use one for everything that shares a key: `limiterFor` has one for each model.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function createLimiter(options: LimiterOptions = {}): Limiter {
  const concurrency = requireInteger('concurrency', options.concurrency ?? 32, 1);
  const nowMs = options.nowMs ?? (() => performance.now());
  const window = createConcurrencyWindow(concurrency, nowMs());
  const requests = minuteBucket('requestsPerMinute', options.requestsPerMinute, nowMs());
  const tokens = minuteBucket('tokensPerMinute', options.tokensPerMinute, nowMs());
  const line = createWaitingLine<{ readonly tokens: number }>();
  let timer: NodeJS.Timeout | undefined;

  const delayMs = (call: { readonly tokens: number }, now: number): number =>
    Math.max(
      window.pausedUntilMs - now,
      requests?.delayMs(1, now) ?? 0,
      tokens?.delayMs(call.tokens, now) ?? 0,
    );
  const begin = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (let call = line.first; call !== undefined; call = line.first) {
      if (window.inFlight >= window.size) return;
      const now = nowMs();
      const wait = delayMs(call, now);
      if (wait > 0) {
        timer = setTimeout(begin, Math.min(wait, longestTimerMs));
        return;
      }
      requests?.take(1, now);
      tokens?.take(call.tokens, now);
      line.admitFirst(makeSlot(call.tokens, now));
    }
  };
  const makeSlot = (planned: number, startedAtMs: number): LimiterSlot => {
    const started = window.start(startedAtMs);
    let isReleased = false;
    return {
      release(outcome) {
        if (isReleased) return;
        isReleased = true;
        const now = nowMs();
        if (outcome.type === 'rate-limited') {
          window.end(started, 'refused', now, outcome.retryAfterMs);
        } else {
          const isAdmitted = outcome.type === 'replied' && outcome.isCached !== true;
          window.end(started, isAdmitted ? 'admitted' : 'unknown', now);
        }
        if (outcome.type === 'replied') {
          const used = outcome.isCached ? 0 : (outcome.tokens ?? planned);
          tokens?.give(planned - used, now);
          if (outcome.isCached) requests?.give(1, now);
        }
        begin();
      },
    };
  };
  return {
    get state() {
      return {
        concurrency: window.size,
        maxConcurrency: window.max,
        inFlight: window.inFlight,
        waiting: line.size,
        pausedMs: Math.max(0, window.pausedUntilMs - nowMs()),
        backgroundShare: window.backgroundShare,
      };
    },
    acquire({ tokens: planned, isUrgent = false, signal }) {
      const slot = line.join({ tokens: planned }, isUrgent, signal, () => {
        if (line.size === 0) clearTimeout(timer);
      });
      begin();
      return slot;
    },
    resize(most) {
      window.resize(requireInteger('concurrency', most, 1));
      begin();
    },
  };
}

function minuteBucket(
  option: string,
  perMinute: number | undefined,
  nowMs: number,
): TokenBucket | undefined {
  if (perMinute === undefined) return undefined;
  if (typeof perMinute === 'number' && perMinute > 0) return createMinuteBucket(perMinute, nowMs);
  throw optionError(option, 'a number above 0', perMinute);
}
