import type { ChatMessage } from '../core/chat-message.js';
import type { TokenUsage } from '../core/model-reply.js';
import { BudgetExceededError } from '../errors/budget-exceeded-error.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { costOf } from './cost-of.js';
import { knownCount } from './known-count.js';
import { largestCost, largestInput } from './largest-cost.js';
import { type ModelPrices, requirePrices } from './model-prices.js';
import { createMoneySum } from './money-sum.js';
import { pricesOf } from './price-tiers.js';

/** What a call is going to be, for the reservation of its cost. */
export interface PlannedCall {
  readonly messages: readonly ChatMessage[];
  readonly maxOutputTokens?: number | undefined;
}

/** Money set aside for one call. It ends once: the first `settle` or `release` counts. */
export interface Reservation {
  /**
   * The call was billed for this usage. What of it is unknown, which is everything without a usage,
   * counts with what was set aside for it.
   */
  settle(usage: TokenUsage | undefined): void;
  /** The call cost nothing. */
  release(): void;
}

/** Keeps what all calls cost together under a limit. */
export interface Budget {
  readonly limit: number;
  /** What is spent, unknown costs counted with what was set aside for them. */
  readonly spent: number;
  /** What is set aside for calls in flight. */
  readonly reserved: number;
  /**
   * Sets money aside for a call, waiting for calls in flight where their settlement may make room.
   * Calls are served in the order in which they came.
   *
   * @throws BudgetExceededError when the call does not fit although none is in flight; from then on
   * at once whenever a call does not fit.
   * @throws the signal's reason when it is aborted.
   */
  reserve(call: PlannedCall, signal?: AbortSignal): Promise<Reservation>;
}

/** Options of {@link createBudget}. */
export interface BudgetOptions {
  /** The most that may be spent, in the currency of the prices. */
  readonly limit: number;
  readonly prices: ModelPrices;
  /**
   * What had been spent before.
   * @defaultValue 0
   */
  readonly spent?: number | undefined;
  /**
   * Whether the calls are parts of batches, which have prices of their own.
   * @defaultValue false
   */
  readonly isBatch?: boolean | undefined;
}

/** A call that waits for its reservation. */
interface Waiter {
  readonly inputTokens: number;
  readonly maxOutputTokens: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly grant: (reservation: Reservation) => void;
  readonly refuse: (error: BudgetExceededError) => void;
}

/** What a reply is believed to be at most while none has been seen. */
const firstOutputTokens = 8192;

/** Sums of decimal fractions are off in the last digits; what fits exactly must fit. */
const rounding = 1 + 1e-12;

/**
 * Makes a budget that calls ask before they are made, such as those of several runs. For each it
 * sets aside what the call may cost at most: its input as one token a byte and 16 a message, uncached
 * and at the dearest tier in reach, and its output as `maxOutputTokens`. The limit is hard only with
 * `maxOutputTokens`; without it a reply is believed to take at most 8,192 tokens, and once there were
 * some, twice the longest of them.
 *
 * @throws TypeError for misuse, such as a wrong price or no prices of batches with `isBatch`.
 */
export function createBudget(options: BudgetOptions): Budget {
  const limit = requireAmount('limit', options.limit);
  const prices = requirePrices('prices', options.prices);
  const isBatch = options.isBatch ?? false;
  const tiered = pricesOf(prices, isBatch);
  if (tiered === undefined) throw optionError('prices.batch', 'given with isBatch', tiered);
  const spent = createMoneySum(requireAmount('spent', options.spent ?? 0));
  const waiting = new Set<Waiter>();
  let reserved = createMoneySum();
  let inFlight = 0;
  let longestOutput: number | undefined;
  let isUsedUp = false;

  const end = (amount: number, cost: number): void => {
    spent.add(cost);
    reserved.add(-amount);
    inFlight--;
    if (inFlight === 0) reserved = createMoneySum();
    serve();
  };
  const setAside = (amount: number, inputTokens: number, outputTokens: number): Reservation => {
    reserved.add(amount);
    inFlight++;
    let isOver = false;
    const endOnce = (cost: () => number): void => {
      if (isOver) return;
      isOver = true;
      end(amount, cost());
    };
    return {
      settle: (usage = {}) =>
        endOnce(() => {
          const input = knownCount(usage.inputTokens) ?? inputTokens;
          const output = knownCount(usage.outputTokens);
          if (output !== undefined) longestOutput = Math.max(longestOutput ?? 1, output);
          const most = largestCost(tiered, input, output ?? outputTokens);
          return costOf(usage, prices, { isBatch }) ?? most;
        }),
      release: () => endOnce(() => 0),
    };
  };
  const serve = (): void => {
    for (const waiter of waiting) {
      const { inputTokens, maxOutputTokens, signal } = waiter;
      // Abandoned, but not told yet.
      if (signal?.aborted) continue;
      const expected = longestOutput === undefined ? firstOutputTokens : 2 * longestOutput;
      const outputTokens = maxOutputTokens ?? expected;
      const amount = largestCost(tiered, inputTokens, outputTokens);
      const used = spent.value + reserved.value;
      if (used + amount <= limit * rounding) {
        waiting.delete(waiter);
        waiter.grant(setAside(amount, inputTokens, outputTokens));
      } else if (inFlight === 0 || isUsedUp) {
        isUsedUp = true;
        waiting.delete(waiter);
        waiter.refuse(new BudgetExceededError(limit, used, amount));
      } else return;
    }
  };
  return {
    limit,
    get spent() {
      return spent.value;
    },
    get reserved() {
      return reserved.value;
    },
    reserve: ({ messages, maxOutputTokens }, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (maxOutputTokens !== undefined) requireInteger('maxOutputTokens', maxOutputTokens, 0);
        const onAbort = (): void => {
          waiting.delete(waiter);
          reject(signal?.reason);
          serve();
        };
        const leave = (): void => signal?.removeEventListener('abort', onAbort);
        const waiter: Waiter = {
          inputTokens: largestInput(messages),
          maxOutputTokens,
          signal,
          grant(reservation) {
            leave();
            resolve(reservation);
          },
          refuse(error) {
            leave();
            reject(error);
          },
        };
        waiting.add(waiter);
        serve();
        if (waiting.has(waiter)) signal?.addEventListener('abort', onAbort, { once: true });
      }),
  };
}

function requireAmount(option: string, amount: unknown): number {
  if (typeof amount === 'number' && Number.isFinite(amount) && amount >= 0) return amount;
  throw optionError(option, 'an amount of at least 0', amount);
}
