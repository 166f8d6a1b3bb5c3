import { type ModelCallDetails, ModelCallError } from './model-call-error.js';

/** Thrown when the model call for a task failed for good, after its retries. */
export class PredictionError extends ModelCallError {
  override readonly name = 'PredictionError';
  override readonly code = 'prediction-failed';
  readonly taskId: string;

  constructor(taskId: string, details: ModelCallDetails, options?: ErrorOptions) {
    super(details, options, `prediction for task ${taskId}`);
    this.taskId = taskId;
  }
}
