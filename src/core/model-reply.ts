/** Settings of one generation; everything here changes the reply. */
export interface Sampling {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly topK?: number | undefined;
  readonly presencePenalty?: number | undefined;
  readonly frequencyPenalty?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly stopSequences?: readonly string[] | undefined;
  readonly seed?: number | undefined;
}

/** Tokens that a reply took, as far as the provider says; unknown is `undefined`, never 0. */
export interface TokenUsage {
  readonly inputTokens?: number | undefined;
  readonly cachedInputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  readonly reasoningTokens?: number | undefined;
  readonly totalTokens?: number | undefined;
}

/** One finished reply of a model. */
export interface ModelReply {
  /** The visible reply. */
  readonly text: string;
  /** Reasoning that the provider returned apart from the text. */
  readonly reasoning?: string | undefined;
  /** The provider's name, as the AI SDK gives it. */
  readonly provider: string;
  /** The model that was asked. */
  readonly modelId: string;
  /** Why the model stopped; always `stop`, because other endings are failures of the call. */
  readonly finishReason: string;
  /** Tokens used. */
  readonly usage: TokenUsage;
  /** The settings that were asked for. */
  readonly sampling: Sampling;
  /** Which of several samples of the same prompt this is. */
  readonly sample: number;
}
