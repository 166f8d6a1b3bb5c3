import type { ChatMessage } from '../../core/chat-message.js';

/**
 * Where a pair comes from. `resample`: two independent answers to the same prompt. `revision`: an
 * answer that saw feedback is preferred to the one before it, under a prompt that holds no feedback.
 */
export type PairOrigin = 'resample' | 'revision';

/** A right answer that is preferred to a wrong one, under the same prompt. */
export interface PreferencePair {
  readonly taskId: string;
  readonly origin: PairOrigin;
  readonly prompt: readonly ChatMessage[];
  /** The text of the right answer. */
  readonly chosen: string;
  /** The text of the wrong answer. */
  readonly rejected: string;
}

/** One answer with a mark, as KTO is trained; the prompt holds all that came before the answer. */
export interface RatedAnswer {
  readonly taskId: string;
  readonly prompt: readonly ChatMessage[];
  readonly completion: string;
  /** Whether the answer is right. */
  readonly label: boolean;
}
