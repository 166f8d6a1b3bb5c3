import type { ExtractedAnswer } from './answer.js';
import type { ModelReply } from './model-reply.js';

/** One reply of a model to a task. */
export interface Prediction extends ModelReply {
  /** What {@link ModelReply.text} gives as the answer. */
  readonly answer: ExtractedAnswer;
}
