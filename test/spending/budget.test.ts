import { getEventListeners } from 'node:events';
import { setImmediate as nextRound } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BudgetExceededError } from '../../src/errors/budget-exceeded-error.js';
import {
  type Budget,
  type BudgetOptions,
  createBudget,
  type PlannedCall,
  type Reservation,
} from '../../src/spending/budget.js';

/** Only output costs, 1 a token. */
const outputOnly = { inputPerMillion: 0, outputPerMillion: 1_000_000 };
const make = (limit: number, options: Partial<BudgetOptions> = {}): Budget =>
  createBudget({ limit, prices: outputOnly, ...options });
const call = (maxOutputTokens?: number, content = ''): PlannedCall => ({
  messages: [{ role: 'user', content }],
  maxOutputTokens,
});

interface Watched {
  state: 'waiting' | 'granted' | Error;
  reservation?: Reservation;
}

function watch(promise: Promise<Reservation>): Watched {
  const watched: Watched = { state: 'waiting' };
  promise.then(
    (reservation) => Object.assign(watched, { state: 'granted', reservation }),
    (error: Error) => Object.assign(watched, { state: error }),
  );
  return watched;
}

describe('a reservation', () => {
  it('sets aside what the call may cost at most, until it is settled', async () => {
    const budget = make(100);
    const reservation = await budget.reserve(call(30));
    expect([budget.spent, budget.reserved]).toEqual([0, 30]);
    reservation.settle({ inputTokens: 5, outputTokens: 12 });
    expect([budget.spent, budget.reserved]).toEqual([12, 0]);
  });

  it('counts as spent when the usage is unknown', async () => {
    const budget = make(100);
    (await budget.reserve(call(30))).settle(undefined);
    expect(budget.spent).toBe(30);
    (await budget.reserve(call(20))).settle({ inputTokens: 5 });
    expect(budget.spent).toBe(50);
  });

  it('costs nothing when it is released', async () => {
    const budget = make(100);
    (await budget.reserve(call(30))).release();
    expect([budget.spent, budget.reserved]).toEqual([0, 0]);
  });

  it('ends once', async () => {
    const budget = make(100);
    const reservation = await budget.reserve(call(30));
    reservation.settle({ outputTokens: 10 });
    reservation.settle({ outputTokens: 10 });
    reservation.release();
    expect([budget.spent, budget.reserved]).toEqual([10, 0]);
  });

  it('takes every byte of the input for a token, at the dearest price in reach', async () => {
    const prices = {
      inputPerMillion: 1_000_000,
      cachedInputPerMillion: 10,
      outputPerMillion: 2_000_000,
      tiers: [
        { fromInputTokens: 40, inputPerMillion: 5_000_000, outputPerMillion: 0 },
        { fromInputTokens: 20, inputPerMillion: 3_000_000, outputPerMillion: 3_000_000 },
      ],
    };
    const budget = createBudget({ limit: 1000, prices });
    // 16 + 8 bytes: reaches the tier from 20 on only.
    const reservation = await budget.reserve(call(10, 'äöü+1'));
    expect(budget.reserved).toBe(24 * 3 + 10 * 3);
    // Not told how much was cached: all of the 15 may have been dear.
    reservation.settle({ inputTokens: 15, outputTokens: 2 });
    expect(budget.spent).toBe(15 + 4);
  });

  it('without maxOutputTokens expects twice the longest reply so far, and 8,192 tokens at first', async () => {
    const budget = make(100_000);
    const first = await budget.reserve(call());
    expect(budget.reserved).toBe(8192);
    first.settle({ outputTokens: 500 });
    const second = await budget.reserve(call());
    expect(budget.reserved).toBe(1000);
    second.settle({ outputTokens: 50 });
    await budget.reserve(call());
    expect(budget.reserved).toBe(1000);
  });
});

describe('a budget', () => {
  it('takes what fits exactly, whatever the rounding', async () => {
    const prices = { inputPerMillion: 0, outputPerMillion: 100_000 };
    for (const count of [3, 6, 7, 10, 100]) {
      const budget = createBudget({ limit: count / 10, prices });
      for (let index = 0; index < count; index++) {
        (await budget.reserve(call(1))).settle({ outputTokens: 1 });
      }
      expect(budget.spent).toBeCloseTo(count / 10, 14);
      await expect(budget.reserve(call(1))).rejects.toThrow(BudgetExceededError);
    }
  });

  it('counts what had been spent before', async () => {
    const budget = make(100, { spent: 95 });
    await expect(budget.reserve(call(6))).rejects.toMatchObject({
      code: 'budget-exceeded',
      limit: 100,
      spent: 95,
      needed: 6,
      message: 'the next call may cost 6, and 95 of 100 are spent',
    });
    await budget.reserve(call(5));
  });

  it('lets calls wait in their order while those in flight may make room', async () => {
    const budget = make(100);
    const flying = await budget.reserve(call(80));
    const big = watch(budget.reserve(call(60)));
    const small = watch(budget.reserve(call(10)));
    await nextRound();
    expect([big.state, small.state]).toEqual(['waiting', 'waiting']);
    flying.settle({ outputTokens: 20 });
    await nextRound();
    expect([big.state, small.state]).toEqual(['granted', 'granted']);
    expect(budget.reserved).toBe(70);
  });

  it('refuses a call that does not fit once none is in flight, and from then on at once', async () => {
    const budget = make(100);
    const flying = await budget.reserve(call(80));
    const big = watch(budget.reserve(call(60)));
    const small = watch(budget.reserve(call(10)));
    const bigAgain = watch(budget.reserve(call(60)));
    await nextRound();
    flying.settle({ outputTokens: 70 });
    await nextRound();
    expect(big.state).toMatchObject({ name: 'BudgetExceededError', spent: 70, needed: 60 });
    expect(small.state).toBe('granted');
    expect(bigAgain.state).toBeInstanceOf(BudgetExceededError);
    await expect(budget.reserve(call(21))).rejects.toMatchObject({ spent: 80, needed: 21 });
    await budget.reserve(call(20));
  });

  it('shrinks what waiting calls need when it learns how long replies are', async () => {
    const budget = make(10_000);
    const first = await budget.reserve(call());
    const others = [watch(budget.reserve(call())), watch(budget.reserve(call()))];
    first.settle({ outputTokens: 100 });
    await nextRound();
    expect(others.map(({ state }) => state)).toEqual(['granted', 'granted']);
    expect(budget.reserved).toBe(400);
  });

  it('lets a call that waits be abandoned, and those behind it on', async () => {
    const budget = make(100);
    await budget.reserve(call(80));
    const stop = new AbortController();
    const big = watch(budget.reserve(call(60), stop.signal));
    const small = watch(budget.reserve(call(10), stop.signal));
    const other = watch(budget.reserve(call(10)));
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(2);
    stop.abort(new Error('enough'));
    await nextRound();
    expect([big.state, small.state]).toEqual([new Error('enough'), new Error('enough')]);
    expect(other.state).toBe('granted');
    await expect(budget.reserve(call(1), stop.signal)).rejects.toThrow('enough');
    expect(budget.reserved).toBe(90);
  });

  it('leaves no listeners on the signal', async () => {
    const budget = make(100);
    const { signal } = new AbortController();
    const flying = await budget.reserve(call(80), signal);
    const waiting = budget.reserve(call(60), signal);
    const refused = budget.reserve(call(90), signal);
    flying.release();
    (await waiting).settle({ outputTokens: 60 });
    await expect(refused).rejects.toThrow(BudgetExceededError);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('takes calls that cost nothing for ever', async () => {
    const budget = createBudget({ limit: 0, prices: { inputPerMillion: 0, outputPerMillion: 0 } });
    for (let index = 0; index < 10; index++) (await budget.reserve(call())).settle(undefined);
    expect(budget.spent).toBe(0);
  });

  it('of batches takes the prices of batches', async () => {
    const batch = { inputPerMillion: 0, outputPerMillion: 500_000 };
    const budget = make(100, { prices: { ...outputOnly, batch }, isBatch: true });
    (await budget.reserve(call(30))).settle({ outputTokens: 10 });
    expect(budget.spent).toBe(5);
    expect(() => make(100, { isBatch: true })).toThrow('prices.batch must be given with isBatch');
  });

  it('never spends more than its limit, and leaves nobody waiting', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ type: fc.constant('reserve'), size: fc.nat(40) }) },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('settle'), size: fc.nat(100) }) },
      fc.record({ type: fc.constant('settle-unknown'), size: fc.nat(100) }),
      fc.record({ type: fc.constant('release'), size: fc.nat(100) }),
    );
    const prices = {
      inputPerMillion: 100_000,
      cachedInputPerMillion: 30_000,
      outputPerMillion: 700_000,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.nat(80), async (steps, limit) => {
        const budget = createBudget({ limit, prices });
        const calls: (Watched & { size: number; isOver: boolean })[] = [];
        const inFlight = () => calls.filter(({ state, isOver }) => state === 'granted' && !isOver);
        const check = (): void => {
          expect(budget.spent + budget.reserved).toBeLessThanOrEqual(limit * (1 + 1e-11));
          expect(budget.reserved).toBeGreaterThanOrEqual(0);
        };
        const end = async (type: string, size: number): Promise<void> => {
          const flying = inFlight();
          const ended = flying[size % flying.length];
          if (ended === undefined) return;
          ended.isOver = true;
          const usage = {
            inputTokens: size % 17,
            cachedInputTokens: size % 5,
            outputTokens: size % (ended.size + 1),
          };
          if (type === 'release') ended.reservation?.release();
          else ended.reservation?.settle(type === 'settle' ? usage : undefined);
          check();
          await nextRound();
        };
        for (const { type, size } of steps) {
          if (type === 'reserve') {
            const watched = watch(budget.reserve(call(size)));
            calls.push(Object.assign(watched, { size, isOver: false }));
            await nextRound();
          } else await end(type, size);
          check();
        }
        while (inFlight().length > 0) await end('settle', 1);
        expect(calls.filter(({ state }) => state === 'waiting')).toEqual([]);
        expect(budget.reserved).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[Partial<BudgetOptions>, string]>([
    [{ limit: -1 }, 'limit must be an amount of at least 0, got -1'],
    [{ limit: Number.POSITIVE_INFINITY }, 'limit must be an amount of at least 0'],
    [{ spent: Number.NaN }, 'spent must be an amount of at least 0, got NaN'],
    [{ prices: {} as never }, 'prices.inputPerMillion must be a price of at least 0'],
  ])('refuses %j', (options, message) => {
    expect(() => make(10, options)).toThrow(new RegExp(`^${message}`));
  });

  it('refuses a wrong maxOutputTokens', async () => {
    await expect(make(10).reserve(call(-1))).rejects.toThrow('maxOutputTokens must be an integer');
  });
});
