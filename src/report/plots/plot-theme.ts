import type { ConversationOutcome } from '../../core/conversation.js';
import type { SecondTurn } from '../numbers/turn-flow.js';

/** A color of the page's style sheet, which knows dark and light. */
export type PageColor = `var(--${string})`;

export const ink: PageColor = 'var(--ink)';
export const mutedInk: PageColor = 'var(--muted)';
export const line: PageColor = 'var(--line)';
export const accent: PageColor = 'var(--accent)';

export const outcomeColors: Readonly<Record<ConversationOutcome, PageColor>> = {
  correct: 'var(--correct)',
  revised: 'var(--revised)',
  unsolved: 'var(--unsolved)',
  unverifiable: 'var(--unverifiable)',
};

export const outcomeTitles: Readonly<Record<ConversationOutcome, string>> = {
  correct: 'right at once',
  revised: 'right after feedback',
  unsolved: 'still wrong',
  unverifiable: 'not verifiable',
};

export const secondTurnColors: Readonly<Record<SecondTurn, PageColor>> = {
  fixed: 'var(--revised)',
  repeated: 'var(--repeated)',
  wrong: 'var(--unsolved)',
  unusable: 'var(--unusable)',
  unverifiable: 'var(--unverifiable)',
  ended: 'var(--line-strong)',
};

export const secondTurnTitles: Readonly<Record<SecondTurn, string>> = {
  fixed: 'fixed',
  repeated: 'same answer again',
  wrong: 'another wrong answer',
  unusable: 'no usable answer',
  unverifiable: 'not verifiable',
  ended: 'not tried again',
};

/** How text looks in all plots. */
export const labelStyle: { readonly fontSize: number; readonly color: PageColor } = {
  fontSize: 12,
  color: mutedInk,
};
