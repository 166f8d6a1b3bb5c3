import { CodeIOError } from './codeio-error.js';

/** Why a model call gave no usable reply. */
export type PredictionFailure =
  /** The provider answered with an error, or could not be reached. */
  | 'provider'
  /** No reply within `timeoutMs`. */
  | 'timeout'
  /** The model did not finish by itself: length, content filter, error. */
  | 'finish-reason'
  /** The model finished without any text. */
  | 'empty-response';

/**
 * Thrown when a model call failed for good, after its retries. This is a failure of
 * infrastructure: never the model's mistake, and never feedback.
 */
export class PredictionError extends CodeIOError {
  override readonly name = 'PredictionError';
  readonly code = 'prediction-failed';
  readonly reason: PredictionFailure;
  readonly taskId: string;
  /** How many calls were made. */
  readonly attempts: number;
  /** Why the model stopped, when it did reply. */
  readonly finishReason?: string | undefined;
  /** The HTTP status of the last answer, when there was one. */
  readonly statusCode?: number | undefined;

  constructor(
    details: {
      reason: PredictionFailure;
      taskId: string;
      attempts: number;
      problem: string;
      finishReason?: string | undefined;
      statusCode?: number | undefined;
    },
    options?: ErrorOptions,
  ) {
    const calls = details.attempts === 1 ? '1 call' : `${details.attempts} calls`;
    super(
      `prediction for task ${details.taskId} failed after ${calls}: ${details.problem}`,
      options,
    );
    this.reason = details.reason;
    this.taskId = details.taskId;
    this.attempts = details.attempts;
    this.finishReason = details.finishReason;
    this.statusCode = details.statusCode;
  }
}
