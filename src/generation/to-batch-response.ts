import type { BatchFailureReason, BatchResponse } from '../core/batch-result.js';
import type { TokenUsage } from '../core/model-reply.js';

/** What a model said, before it is known whether it is of use. */
export interface RawBatchReply {
  readonly text: string;
  readonly reasoning: string;
  /** In the words of the AI SDK: `stop`, `length`, `content-filter`, … */
  readonly finishReason: string;
  /** What the model said instead of an answer. */
  readonly refusal?: string | undefined;
  readonly usage: TokenUsage;
  readonly modelId?: string | undefined;
}

/** Judges a reply as a single call would: only one that ended by itself and holds text is of use. */
export function toBatchResponse(customId: string, raw: RawBatchReply): BatchResponse {
  const { text, reasoning, refusal, usage, modelId } = raw;
  const finishReason = refusal === undefined ? raw.finishReason : 'content-filter';
  const details = { finishReason, usage };
  if (finishReason !== 'stop') {
    const message =
      refusal === undefined
        ? `the model did not finish by itself (${finishReason})`
        : `the model refused: ${refusal}`;
    return failedResponse(customId, 'finish-reason', message, details);
  }
  if (text.trim() === '') {
    return failedResponse(customId, 'empty-response', 'the reply holds no text', details);
  }
  const reply = {
    text,
    ...(reasoning !== '' && { reasoning }),
    finishReason,
    usage,
    ...(modelId !== undefined && { modelId }),
  };
  return { status: 'replied', customId, reply };
}

/** Makes the response of a request that failed; details that are not known stay out. */
export function failedResponse(
  customId: string,
  reason: BatchFailureReason,
  message: string,
  details: {
    readonly statusCode?: number | undefined;
    readonly finishReason?: string | undefined;
    readonly usage?: TokenUsage | undefined;
  } = {},
): BatchResponse {
  const known = Object.entries(details).filter(([, value]) => value !== undefined);
  return { status: 'failed', customId, reason, message, ...Object.fromEntries(known) };
}

/** Says why a request failed that the provider reports with an error. */
export function failureReason(errorCode: string | undefined): BatchFailureReason {
  if (errorCode === 'batch_expired') return 'expired';
  return errorCode === 'batch_cancelled' ? 'cancelled' : 'provider';
}
