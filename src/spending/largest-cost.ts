import type { ChatMessage } from '../core/chat-message.js';
import type { TieredPrices } from './model-prices.js';
import { reachableTiers } from './price-tiers.js';

/** What chat templates put around a message, at most. */
const tokensAroundMessage = 16;

/**
 * The most tokens that messages can be: tokenizers that work on bytes make at most one token of a
 * byte.
 */
export function largestInput(messages: readonly ChatMessage[]): number {
  return messages.reduce(
    (sum, { content }) => sum + Buffer.byteLength(content) + tokensAroundMessage,
    0,
  );
}

/** The most that a call may cost: nothing of the input is cached, and the dearest tier holds. */
export function largestCost(
  prices: TieredPrices,
  inputTokens: number,
  outputTokens: number,
): number {
  const costs = reachableTiers(prices, inputTokens).map((tier) => {
    const { inputPerMillion, cachedInputPerMillion = inputPerMillion, outputPerMillion } = tier;
    const input = inputTokens * Math.max(inputPerMillion, cachedInputPerMillion);
    return (input + outputTokens * outputPerMillion) / 1e6;
  });
  return Math.max(...costs);
}
