import type { ChatMessage } from '../core/chat-message.js';
import type { Turn } from '../core/conversation.js';

/**
 * Makes the messages of the next attempt: the prompt, and for each finished turn the reply and the
 * feedback with the request to try again.
 */
export function buildTurnMessages(
  prompt: readonly ChatMessage[],
  turns: readonly Turn[],
  retryRequest: string,
): readonly ChatMessage[] {
  return [
    ...prompt,
    ...turns.flatMap(({ prediction, feedback }): ChatMessage[] => [
      { role: 'assistant', content: prediction.text },
      { role: 'user', content: retryMessage(feedback ?? '', retryRequest) },
    ]),
  ];
}

/** Joins feedback with the request to try again, as the model gets to see it. */
export function retryMessage(feedback: string, retryRequest: string): string {
  return [feedback, retryRequest].filter((part) => part !== '').join('\n\n');
}
