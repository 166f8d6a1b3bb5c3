import type { Direction } from '../../core/task.js';
import type { VerdictStatus } from '../../core/verdict.js';
import type { TrainableConversation, TrainableTurn } from '../messages/trainable-conversation.js';
import type { PromptParts } from './read-prompt.js';

/** A turn that was read back from a row. */
export interface RecoveredTurn extends TrainableTurn {
  readonly prediction: { readonly text: string; readonly sample: number };
  /** Read off the feedback; the row holds no more of the verdict. */
  readonly verdict: { readonly status: VerdictStatus };
  readonly feedback: string;
}

/** What a row says about its task. It holds neither function nor pair: `recoverTask` makes them of the prompt. */
export interface RecoveredTask {
  /** The hash of the prompt. */
  readonly id: string;
  readonly direction: Direction;
  /** What the prompt says, as far as it is of a known form. */
  readonly parts: PromptParts;
}

/**
 * A conversation that was read back from a row of the five-field format. The formats of
 * conversations take it in place of a `Conversation`.
 */
export interface RecoveredConversation extends TrainableConversation {
  readonly task: RecoveredTask;
  readonly turns: readonly RecoveredTurn[];
  /** The sentence that asked for another attempt; empty when there was none. */
  readonly retryRequest: string;
}
