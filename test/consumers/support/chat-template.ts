import type { ChatMessage } from '../../../src/index.js';

/** What the template of `tiny_tokenizer.py` makes of an answer, whose turn the model has to end. */
export function answerTurn(text: string): string {
  return `${text}<|im_end|>`;
}

/**
 * What TRL takes for the completion: all that comes after the prompt. That is the answer, the
 * token that ends the turn, and the line break that the template puts after every turn.
 */
export function completionTurn(text: string): string {
  return `${answerTurn(text)}\n`;
}

/** What the template makes of messages that the model is to answer. */
export function promptTurns(messages: readonly ChatMessage[]): string {
  const turns = messages.map(({ role, content }) => `<|im_start|>${role}\n${content}<|im_end|>\n`);
  return `${turns.join('')}<|im_start|>assistant\n`;
}
