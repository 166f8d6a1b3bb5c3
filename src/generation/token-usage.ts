import type { LanguageModelUsage } from 'ai';
import type { TokenUsage } from '../core/model-reply.js';

/** Reads the AI SDK's usage; what the provider does not say stays out. */
export function toTokenUsage(usage: LanguageModelUsage): TokenUsage {
  const { inputTokens, outputTokens, totalTokens } = usage;
  const counts = {
    inputTokens,
    cachedInputTokens: usage.inputTokenDetails?.cacheReadTokens,
    outputTokens,
    reasoningTokens: usage.outputTokenDetails?.reasoningTokens,
    totalTokens,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined));
}
