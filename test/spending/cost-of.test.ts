import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/spending/cost-of.js';
import type { ModelPrices } from '../../src/spending/model-prices.js';

const prices: ModelPrices = { inputPerMillion: 2, cachedInputPerMillion: 0.5, outputPerMillion: 8 };
const usage = { inputTokens: 1_000_000, cachedInputTokens: 400_000, outputTokens: 250_000 };

describe('costOf', () => {
  it('takes cached tokens as a part of the input, and reasoning as a part of the output', () => {
    expect(costOf(usage, prices)).toBe(0.6 * 2 + 0.4 * 0.5 + 0.25 * 8);
    expect(costOf({ ...usage, reasoningTokens: 200_000, totalTokens: 9 }, prices)).toBe(3.4);
  });

  it('takes cached input at the price of input when it has none of its own', () => {
    const { cachedInputPerMillion: _, ...rest } = prices;
    expect(costOf(usage, rest)).toBe(4);
    expect(costOf({ ...usage, cachedInputTokens: undefined }, rest)).toBe(4);
  });

  it('never counts more cached input than there is input', () => {
    expect(costOf({ ...usage, cachedInputTokens: 2_000_000 }, prices)).toBe(0.5 + 2);
  });

  it.each([
    ['input', { ...usage, inputTokens: undefined }],
    ['cached input', { ...usage, cachedInputTokens: undefined }],
    ['output', { ...usage, outputTokens: undefined }],
    ['everything', {}],
    ['input for certain', { ...usage, inputTokens: Number.NaN }],
    ['output for certain', { ...usage, outputTokens: -1 }],
  ])('is unknown when the provider does not tell %s', (_, told) => {
    expect(costOf(told, prices)).toBeUndefined();
  });

  it('needs no count of what costs nothing', () => {
    expect(costOf({ outputTokens: 250_000 }, { inputPerMillion: 0, outputPerMillion: 8 })).toBe(2);
    expect(costOf(usage, { inputPerMillion: 2, outputPerMillion: 0 })).toBe(2);
    expect(costOf({}, { inputPerMillion: 0, outputPerMillion: 0 })).toBe(0);
    expect(costOf({ inputTokens: 0, outputTokens: 0 }, prices)).toBe(0);
  });

  describe('with tiers', () => {
    const tiered: ModelPrices = {
      ...prices,
      tiers: [
        { fromInputTokens: 1_000_000, inputPerMillion: 40, outputPerMillion: 80 },
        { fromInputTokens: 200_000, inputPerMillion: 4, outputPerMillion: 16 },
      ],
    };

    it.each([
      [199_999, (199_999 * 2 + 1e6 * 8) / 1e6],
      [200_000, (200_000 * 4 + 1e6 * 16) / 1e6],
      [999_999, (999_999 * 4 + 1e6 * 16) / 1e6],
      [1_000_000, 40 + 80],
    ])('%i tokens of input choose the tier, whatever the order', (inputTokens, cost) => {
      const told = { inputTokens, cachedInputTokens: 0, outputTokens: 1_000_000 };
      expect(costOf(told, tiered)).toBeCloseTo(cost, 12);
    });

    it('takes cached input at the price of input of a tier that says nothing else', () => {
      expect(costOf({ ...usage, inputTokens: 200_000, outputTokens: 0 }, tiered)).toBe(0.8);
    });

    it('is unknown when the input is, unless all tiers come to the same', () => {
      const free = { inputPerMillion: 0, outputPerMillion: 8 };
      const [told, tier] = [{ outputTokens: 250_000 }, { fromInputTokens: 9, ...free }];
      expect(costOf(told, { ...free, tiers: [tier] })).toBe(2);
      expect(costOf(told, { ...free, tiers: [{ ...tier, outputPerMillion: 9 }] })).toBeUndefined();
      expect(costOf(told, { ...free, tiers: [{ ...tier, inputPerMillion: 1 }] })).toBeUndefined();
    });
  });

  it('knows the cost of a batch only by the prices of batches', () => {
    const batch = { inputPerMillion: 1, outputPerMillion: 4 };
    expect(costOf(usage, prices, { isBatch: true })).toBeUndefined();
    expect(costOf(usage, { ...prices, batch }, { isBatch: true })).toBe(2);
    expect(costOf(usage, { ...prices, batch })).toBe(3.4);
  });

  it('is never more for more of it in the cache', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(count, count, count, count, (inputTokens, less, more, outputTokens) => {
        const cost = (cachedInputTokens: number): number =>
          costOf({ inputTokens, cachedInputTokens, outputTokens }, prices) as number;
        expect(cost(less + more)).toBeLessThanOrEqual(cost(less));
        expect(cost(less + more)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each<[object, string]>([
    [
      { outputPerMillion: 1 },
      'prices.inputPerMillion must be a price of at least 0, got undefined',
    ],
    [{ ...prices, outputPerMillion: -1 }, 'prices.outputPerMillion must be a price of at least 0'],
    [{ ...prices, outputPerMillion: '8' }, 'prices.outputPerMillion must be a price of at least 0'],
    [{ ...prices, cachedInputPerMillion: Number.NaN }, 'prices.cachedInputPerMillion must be'],
    [{ ...prices, tiers: {} }, 'prices.tiers must be an array of prices, got an object'],
    [{ ...prices, tiers: [null] }, 'prices.tiers[0] must be prices, got null'],
    [
      {
        ...prices,
        tiers: [
          { ...prices, fromInputTokens: 5 },
          { ...prices, outputPerMillion: 1 / 0 },
        ],
      },
      'prices.tiers[1].outputPerMillion must be a price of at least 0, got Infinity',
    ],
    [{ ...prices, tiers: [prices] }, 'prices.tiers[0].fromInputTokens must be an integer'],
    [{ ...prices, batch: { inputPerMillion: 1 } }, 'prices.batch.outputPerMillion must be'],
    [{ ...prices, batch: { ...prices, tiers: 5 } }, 'prices.batch.tiers must be an array'],
  ])('refuses wrong prices: %j', (wrong, message) => {
    expect(() => costOf(usage, wrong as ModelPrices)).toThrow(TypeError);
    expect(() => costOf(usage, wrong as ModelPrices)).toThrow(message);
  });

  it('refuses prices that are none', () => {
    expect(() => costOf(usage, 5 as never)).toThrow('prices must be prices, got 5');
  });
});
