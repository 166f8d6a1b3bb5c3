import type { ModelPrices, TieredPrices, TokenPrices } from './model-prices.js';

/** The prices of a way of calling; undefined when it has none. */
export function pricesOf(prices: ModelPrices, isBatch: boolean): TieredPrices | undefined {
  return isBatch ? prices.batch : prices;
}

/** All prices that a call with at most `inputTokens` tokens of input may have. */
export function reachableTiers(
  prices: TieredPrices,
  inputTokens: number,
): readonly [TokenPrices, ...TokenPrices[]] {
  const tiers = prices.tiers ?? [];
  return [prices, ...tiers.filter(({ fromInputTokens }) => fromInputTokens <= inputTokens)];
}

/** The prices of a call with this many tokens of input. */
export function tierOf(prices: TieredPrices, inputTokens: number): TokenPrices {
  let reached = -1;
  let tier: TokenPrices = prices;
  for (const candidate of prices.tiers ?? []) {
    const { fromInputTokens } = candidate;
    if (fromInputTokens > inputTokens || fromInputTokens <= reached) continue;
    reached = fromInputTokens;
    tier = candidate;
  }
  return tier;
}
