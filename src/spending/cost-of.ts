import type { TokenUsage } from '../core/model-reply.js';
import { knownCount } from './known-count.js';
import { type ModelPrices, requirePrices, type TokenPrices } from './model-prices.js';
import { pricesOf, reachableTiers, tierOf } from './price-tiers.js';

/** How the cost of a call is computed. */
export interface CostOfOptions {
  /**
   * Whether the call was part of a batch, which has prices of its own.
   * @defaultValue false
   */
  readonly isBatch?: boolean | undefined;
}

/**
 * Computes what a call has cost. Cached input is part of the input, and reasoning is part of the
 * output; neither is paid for twice. The length of the input chooses the tier.
 *
 * @returns The cost in the currency of the prices. `undefined` when it is unknown: the provider did
 * not tell a count that matters, or the prices have no `batch`. Never 0 for want of knowledge.
 * @throws TypeError naming a price that is not a number of at least 0.
 *
 * @example
 * ```ts
 * costOf({ inputTokens: 1200, cachedInputTokens: 1000, outputTokens: 300 }, {
 *   inputPerMillion: 1, cachedInputPerMillion: 0.1, outputPerMillion: 8,
 * }); // 0.0027
 * ```
 */
export function costOf(
  usage: TokenUsage,
  prices: ModelPrices,
  options: CostOfOptions = {},
): number | undefined {
  const tiered = pricesOf(requirePrices('prices', prices), options.isBatch ?? false);
  if (tiered === undefined) return undefined;
  const inputTokens = knownCount(usage.inputTokens);
  if (inputTokens !== undefined) return costAt(usage, tierOf(tiered, inputTokens));
  const [cost, ...others] = reachableTiers(tiered, Number.POSITIVE_INFINITY).map((tier) =>
    costAt(usage, tier),
  );
  return others.every((other) => other === cost) ? cost : undefined;
}

function costAt(usage: TokenUsage, prices: TokenPrices): number | undefined {
  const inputCost = inputCostAt(usage, prices);
  const outputCost = product(knownCount(usage.outputTokens), prices.outputPerMillion);
  return inputCost === undefined || outputCost === undefined
    ? undefined
    : (inputCost + outputCost) / 1e6;
}

function inputCostAt(usage: TokenUsage, prices: TokenPrices): number | undefined {
  const { inputPerMillion, cachedInputPerMillion = inputPerMillion } = prices;
  const inputTokens = knownCount(usage.inputTokens);
  if (cachedInputPerMillion === inputPerMillion) return product(inputTokens, inputPerMillion);
  const cachedTokens = knownCount(usage.cachedInputTokens);
  if (inputTokens === 0) return 0;
  if (inputTokens === undefined || cachedTokens === undefined) return undefined;
  const fromCache = Math.min(cachedTokens, inputTokens);
  return (inputTokens - fromCache) * inputPerMillion + fromCache * cachedInputPerMillion;
}

/** What costs nothing costs nothing, however many there are. */
function product(count: number | undefined, price: number): number | undefined {
  return price === 0 ? 0 : count === undefined ? undefined : count * price;
}
