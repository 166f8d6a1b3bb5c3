import type { TokenUsage } from '../core/model-reply.js';
import { CodeIOError } from './codeio-error.js';

/** Why a model call gave no usable reply. */
export type ModelCallFailure =
  /** The provider answered with an error, or could not be reached. */
  | 'provider'
  /** No reply within `timeoutMs`. */
  | 'timeout'
  /** The model did not finish by itself: length, content filter, error. */
  | 'finish-reason'
  /** The model finished without any text. */
  | 'empty-response';

/** What is known about a model call that failed. */
export interface ModelCallDetails {
  readonly reason: ModelCallFailure;
  /** How many calls were made. */
  readonly attempts: number;
  /** What went wrong, in words. */
  readonly problem: string;
  readonly finishReason?: string | undefined;
  readonly statusCode?: number | undefined;
  readonly usage?: TokenUsage | undefined;
}

/**
 * Thrown when a model call failed for good, after its retries. This is a failure of
 * infrastructure: never the model's mistake, and never feedback.
 */
export class ModelCallError extends CodeIOError {
  override readonly name: string = 'ModelCallError';
  readonly code: 'model-call-failed' | 'prediction-failed' = 'model-call-failed';
  readonly reason: ModelCallFailure;
  /** How many calls were made. */
  readonly attempts: number;
  /** What went wrong, in words. */
  readonly problem: string;
  /** Why the model stopped, when it did reply. */
  readonly finishReason?: string | undefined;
  /** The HTTP status of the last answer, when there was one. */
  readonly statusCode?: number | undefined;

  /** Tokens of a reply that was no use, such as one that was cut off: they are billed. */
  readonly usage?: TokenUsage | undefined;

  constructor(details: ModelCallDetails, options?: ErrorOptions, subject = 'the model call') {
    const calls = details.attempts === 1 ? '1 call' : `${details.attempts} calls`;
    super(`${subject} failed after ${calls}: ${details.problem}`, options);
    this.reason = details.reason;
    this.attempts = details.attempts;
    this.problem = details.problem;
    this.finishReason = details.finishReason;
    this.statusCode = details.statusCode;
    this.usage = details.usage;
  }
}
