import type { ChatMessage } from 'codeio';
import { syntheticAnswer } from '../support/synthetic-answer.js';

/** Answers synthetic tasks as the load server does: wrong at first, right in the second turn. */
export function simulatedReply(messages: readonly ChatMessage[]): string {
  const reply = syntheticAnswer(messages);
  if (reply === undefined) throw new Error('the prompt is not that of a synthetic task');
  return reply;
}
