import type { TokenUsage } from './model-reply.js';

/** What a model said to one request of a batch. */
export interface BatchReply {
  /** The visible reply. */
  readonly text: string;
  /** Reasoning that came apart from the text. */
  readonly reasoning?: string | undefined;
  /** Why the model stopped; always `stop`, because other endings are failures of the call. */
  readonly finishReason: string;
  /** Tokens used. */
  readonly usage: TokenUsage;
  /** The model as the response names it, such as a dated version of the one that was asked. */
  readonly modelId?: string | undefined;
}

/** Why a request of a batch gave no usable reply. */
export type BatchFailureReason =
  /** The provider answered with an error. */
  | 'provider'
  /** The model did not finish by itself: length, content filter, refusal. */
  | 'finish-reason'
  /** The model finished without any text. */
  | 'empty-response'
  /** The batch ended before the request was made. */
  | 'expired'
  /** The batch was cancelled before the request was made. */
  | 'cancelled'
  /** The response is there, and nothing that is known here. */
  | 'unreadable-body';

/** The response to one request of a batch. */
export type BatchResponse =
  | { readonly status: 'replied'; readonly customId: string; readonly reply: BatchReply }
  | {
      readonly status: 'failed';
      readonly customId: string;
      readonly reason: BatchFailureReason;
      /** What went wrong, in words. */
      readonly message: string;
      /** The HTTP status, when there was one. */
      readonly statusCode?: number | undefined;
      /** Why the model stopped, when it did reply. */
      readonly finishReason?: string | undefined;
      /** Tokens that were used all the same. */
      readonly usage?: TokenUsage | undefined;
    };

/** A line of a response file that does not say which request it answers. */
export interface UnreadableBatchLine {
  readonly status: 'unreadable';
  /** Its number among all lines, from 1. */
  readonly line: number;
  /** What is wrong with it. */
  readonly problem: string;
}

/** What became of one request, or of one line of a response file. */
export type BatchResult =
  | BatchResponse
  /** One more response to a request that has had one; the first is the one that counts. */
  | { readonly status: 'duplicate'; readonly customId: string; readonly response: BatchResponse }
  /** A response to a request that was not expected. */
  | { readonly status: 'unknown'; readonly customId: string; readonly response: BatchResponse }
  | UnreadableBatchLine
  /** A request without any response. */
  | { readonly status: 'missing'; readonly customId: string };
