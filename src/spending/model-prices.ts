import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';

/** What tokens cost, in any currency, for a million of them. */
export interface TokenPrices {
  readonly inputPerMillion: number;
  /**
   * Input that the provider had cached.
   * @defaultValue `inputPerMillion`
   */
  readonly cachedInputPerMillion?: number | undefined;
  /** Output, reasoning included. */
  readonly outputPerMillion: number;
}

/** Prices from a length of the prompt on. */
export interface PriceTier extends TokenPrices {
  /** The tier holds for calls with at least this many input tokens. */
  readonly fromInputTokens: number;
}

/** Prices that may depend on the length of the prompt. */
export interface TieredPrices extends TokenPrices {
  /** Other prices for long prompts; the one with the largest `fromInputTokens` that is reached holds. */
  readonly tiers?: readonly PriceTier[] | undefined;
}

/** What a model costs. No price is built in: they change, and yours may be others. */
export interface ModelPrices extends TieredPrices {
  /** Prices of batch inference. Without them the cost of a batch is unknown. */
  readonly batch?: TieredPrices | undefined;
}

/**
 * Returns `value` when it is prices; throws a `TypeError` naming the wrong part, such as
 * `prices.tiers[1].outputPerMillion`, otherwise.
 */
export function requirePrices(option: string, value: unknown): ModelPrices {
  const { batch } = requireTieredPrices(option, value);
  if (batch !== undefined) requireTieredPrices(`${option}.batch`, batch);
  return value as ModelPrices;
}

function requireTieredPrices(option: string, value: unknown): Partial<ModelPrices> {
  const { tiers, ...prices } = requireTokenPrices(option, value);
  if (tiers === undefined) return prices;
  if (!Array.isArray(tiers)) throw optionError(`${option}.tiers`, 'an array of prices', tiers);
  for (const [index, tier] of tiers.entries()) {
    const path = `${option}.tiers[${index}]`;
    requireTokenPrices(path, tier);
    requireInteger(`${path}.fromInputTokens`, tier.fromInputTokens, 0);
  }
  return prices;
}

function requireTokenPrices(option: string, value: unknown): Partial<ModelPrices> {
  if (typeof value !== 'object' || value === null) throw optionError(option, 'prices', value);
  const prices: Partial<ModelPrices> = value;
  requirePrice(`${option}.inputPerMillion`, prices.inputPerMillion);
  requirePrice(`${option}.outputPerMillion`, prices.outputPerMillion);
  if (prices.cachedInputPerMillion !== undefined) {
    requirePrice(`${option}.cachedInputPerMillion`, prices.cachedInputPerMillion);
  }
  return prices;
}

function requirePrice(option: string, price: unknown): void {
  if (typeof price === 'number' && Number.isFinite(price) && price >= 0) return;
  throw optionError(option, 'a price of at least 0', price);
}
