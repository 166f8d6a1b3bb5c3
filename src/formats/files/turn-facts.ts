import type { Conversation } from '../../core/conversation.js';
import type { VerdictStatus } from '../../core/verdict.js';

/** How one turn came out, over all conversations of one direction. */
export interface TurnFacts {
  /** Answers that were judged: all but those that could not be verified. */
  readonly judged: number;
  /** Those of them that were right. */
  readonly right: number;
  /** Conversations that are known to be solved, or not, when this turn is over. */
  readonly conversations: number;
  /** Those of them that were solved in this turn or before. */
  readonly solved: number;
  /** How often each judgement was given. */
  readonly statuses: Readonly<Partial<Record<VerdictStatus, number>>>;
}

/** Counts turns. */
export interface TurnCounter {
  add(conversation: Conversation): void;
  /** The facts of turn 1, 2, and so on. */
  read(): readonly TurnFacts[];
}

interface TurnCounts {
  statuses: Partial<Record<VerdictStatus, number>>;
  /** Conversations whose right answer came in this turn. */
  solved: number;
  /** Conversations that ended in this turn without a verified answer. */
  lost: number;
}

/** Makes an empty counter. */
export function createTurnCounter(): TurnCounter {
  const turns: TurnCounts[] = [];
  let conversations = 0;
  return {
    add(conversation) {
      conversations++;
      for (const [index, { verdict }] of conversation.turns.entries()) {
        const counts = turns[index] ?? { statuses: {}, solved: 0, lost: 0 };
        turns[index] = counts;
        counts.statuses[verdict.status] = (counts.statuses[verdict.status] ?? 0) + 1;
        if (index < conversation.turns.length - 1) continue;
        if (verdict.status === 'correct') counts.solved++;
        if (verdict.status === 'unverifiable') counts.lost++;
      }
    },
    read() {
      let known = conversations;
      let solved = 0;
      return turns.map((counts) => {
        known -= counts.lost;
        solved += counts.solved;
        const { correct: right = 0, unverifiable = 0 } = counts.statuses;
        const all = Object.values(counts.statuses).reduce((sum, count) => sum + count, 0);
        return {
          judged: all - unverifiable,
          right,
          conversations: known,
          solved,
          statuses: counts.statuses,
        };
      });
    },
  };
}
