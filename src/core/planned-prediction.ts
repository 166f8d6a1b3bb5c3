import type { ChatMessage } from './chat-message.js';

/** A model call that is to be made elsewhere, such as in a batch. */
export interface PlannedPrediction {
  readonly taskId: string;
  /** Which of several samples of the task. */
  readonly sample: number;
  /** The turn, from 1. */
  readonly turn: number;
  readonly messages: readonly ChatMessage[];
}
