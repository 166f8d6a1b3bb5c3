import type { CodeFunction } from './code-function.js';
import type { IOPair } from './io-pair.js';
import type { ModelReply } from './model-reply.js';
import type { TransformProblem } from './transform-problem.js';

/** One answer of a model, and what was found wrong with it. */
export interface TransformAttempt {
  readonly reply: ModelReply;
  /** What is wrong; nothing when the answer was accepted. */
  readonly problems: readonly TransformProblem[];
}

/** What became of a raw source file. */
export type Transformation =
  | {
      readonly status: 'accepted';
      readonly function: CodeFunction;
      /** The pairs with which the function was tried out; ready for `createTasks`. */
      readonly pairs: readonly IOPair[];
      /** All answers; the last one was accepted. */
      readonly attempts: readonly TransformAttempt[];
    }
  | {
      readonly status: 'rejected';
      /** What is wrong with the last answer. Never empty; the first entry is the reason. */
      readonly problems: readonly TransformProblem[];
      readonly attempts: readonly TransformAttempt[];
    };
