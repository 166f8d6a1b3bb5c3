import type { ConversationOutcome } from '../../core/conversation.js';
import type { Direction } from '../../core/task.js';

/** How the page calls what the data calls otherwise. */
export const outcomeWords: Readonly<Record<ConversationOutcome, string>> = {
  correct: 'right at once',
  revised: 'right after feedback',
  unsolved: 'still wrong',
  unverifiable: 'not verifiable',
};

export const directionWords: Readonly<Record<Direction, string>> = {
  output: 'predict the output',
  input: 'predict the input',
};

/** Writes a count with its noun. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Writes a count with a comma every three digits. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
