import type { TokenUsage } from '../core/model-reply.js';

/** What is read of the AI SDK's usage. */
export interface ProviderUsage {
  readonly inputTokens?: number | undefined;
  readonly inputTokenDetails?: { readonly cacheReadTokens?: number | undefined } | undefined;
  readonly outputTokens?: number | undefined;
  readonly outputTokenDetails?: { readonly reasoningTokens?: number | undefined } | undefined;
  readonly totalTokens?: number | undefined;
}

/** Reads the AI SDK's usage; what the provider does not say stays out. */
export function toTokenUsage(usage: ProviderUsage): TokenUsage {
  const { inputTokens, outputTokens, totalTokens } = usage;
  const cachedInputTokens = usage.inputTokenDetails?.cacheReadTokens;
  const reasoningTokens = usage.outputTokenDetails?.reasoningTokens;
  return {
    ...(inputTokens !== undefined && { inputTokens }),
    ...(cachedInputTokens !== undefined && { cachedInputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    ...(totalTokens !== undefined && { totalTokens }),
  };
}
