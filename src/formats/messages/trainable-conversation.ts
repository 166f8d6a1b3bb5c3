import type { ChatMessage } from '../../core/chat-message.js';
import type { ConversationOutcome } from '../../core/conversation.js';
import type { Prediction } from '../../core/prediction.js';
import type { Direction } from '../../core/task.js';
import type { VerdictStatus } from '../../core/verdict.js';

/** What a reply says; the rest of a `Prediction` tells where it came from. */
export type SpokenText = Pick<Prediction, 'text' | 'reasoning'>;

/** What the formats of conversations need of a turn. */
export interface TrainableTurn {
  readonly prediction: Pick<Prediction, 'text' | 'reasoning' | 'sample'>;
  readonly verdict: { readonly status: VerdictStatus };
  /** Absent when the prediction could not be verified. */
  readonly feedback?: string | undefined;
}

/**
 * What the formats of conversations need of a conversation: a `Conversation` is one, and so is
 * what `fromCodeIO` recovers from published rows, which hold neither code nor truth.
 */
export interface TrainableConversation {
  readonly task: { readonly id: string; readonly direction: Direction };
  readonly prompt: readonly ChatMessage[];
  readonly turns: readonly TrainableTurn[];
  readonly retryRequest: string;
  readonly outcome: ConversationOutcome;
}
