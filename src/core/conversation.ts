import type { ChatMessage } from './chat-message.js';
import type { Prediction } from './prediction.js';
import type { Task } from './task.js';
import type { Verdict } from './verdict.js';

/** One attempt: what the model said, how it was judged, and what it was told. */
export interface Turn {
  readonly prediction: Prediction;
  readonly verdict: Verdict;
  /** The execution feedback. Absent when the prediction could not be verified. */
  readonly feedback?: string | undefined;
}

/** How a conversation ended: right at once, right after feedback, still wrong, or not verifiable. */
export type ConversationOutcome = 'correct' | 'revised' | 'unsolved' | 'unverifiable';

/** A task with all attempts at it. Holds everything needed to check it again without a model. */
export interface Conversation {
  readonly task: Task;
  /** The messages of the first request. */
  readonly prompt: readonly ChatMessage[];
  readonly turns: readonly Turn[];
  /** The sentence that asked for another attempt, appended to the feedback of every turn but the last. */
  readonly retryRequest: string;
  readonly outcome: ConversationOutcome;
}
