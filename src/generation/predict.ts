import { extractAnswer } from '../answers/extract-answer.js';
import type { ChatMessage } from '../core/chat-message.js';
import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import { ModelCallError } from '../errors/model-call-error.js';
import { PredictionError } from '../errors/prediction-error.js';
import { type BuildPromptOptions, buildPrompt } from '../prompts/build-prompt.js';
import { askModel, type ModelCallOptions } from './ask-model.js';

/** How a model is asked for a prediction. */
export interface PredictOptions extends BuildPromptOptions, ModelCallOptions {
  /**
   * The messages to send.
   * @defaultValue what `buildPrompt` makes of the task and `template`
   */
  readonly messages?: readonly ChatMessage[] | undefined;
}

/**
 * Asks a model for its prediction. Passing failures are retried with growing delays, `Retry-After`
 * is obeyed whatever its length.
 *
 * @returns The reply, its reasoning kept apart, with the answer that was read from it.
 * @throws PredictionError when the call fails for good, or the model does not finish by itself
 * (`finishReason` other than `stop`), or finishes without text. None of these is the model's mistake.
 */
export async function predict(task: Task, options: PredictOptions): Promise<Prediction> {
  const messages = options.messages ?? buildPrompt(task, options);
  const reply = await askModel(messages, options).catch((error: unknown) => {
    if (!(error instanceof ModelCallError)) throw error;
    throw new PredictionError(task.id, error, { cause: error.cause });
  });
  return { ...reply, answer: extractAnswer(reply.text, task.direction) };
}
