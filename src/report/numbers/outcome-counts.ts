import type { Conversation, ConversationOutcome } from '../../core/conversation.js';
import type { Direction } from '../../core/task.js';
import type { Counter } from './counter.js';

/** How many conversations ended in each way. */
export type OutcomeCounts = { readonly [Outcome in ConversationOutcome]: number };

/** The outcomes, from best to worst. */
export const outcomes: readonly ConversationOutcome[] = [
  'correct',
  'revised',
  'unsolved',
  'unverifiable',
];

/** Adds up counts. */
export function addCounts(parts: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = noOutcomes();
  for (const part of parts) for (const outcome of outcomes) sum[outcome] += part[outcome];
  return sum;
}

/** How many conversations there are in all. */
export function totalOf(counts: OutcomeCounts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Counts to be added to. */
export function noOutcomes(): { -readonly [Outcome in keyof OutcomeCounts]: number } {
  return { correct: 0, revised: 0, unsolved: 0, unverifiable: 0 };
}

/** Counts outcomes by the predicted side. */
export function createOutcomeCounter(): Counter<{ readonly [D in Direction]: OutcomeCounts }> {
  const counts = { output: noOutcomes(), input: noOutcomes() };
  return {
    add: ({ task, outcome }) => {
      counts[task.direction][outcome]++;
    },
    result: () => ({ output: { ...counts.output }, input: { ...counts.input } }),
  };
}

/** Counts outcomes by anything that a conversation has; those without it are left out. */
export function createGroupedOutcomes<Key>(
  keyOf: (conversation: Conversation) => Key | undefined,
): Counter<ReadonlyMap<Key, OutcomeCounts>> {
  const groups = new Map<Key, ReturnType<typeof noOutcomes>>();
  return {
    add(conversation) {
      const key = keyOf(conversation);
      if (key === undefined) return;
      let counts = groups.get(key);
      if (counts === undefined) {
        counts = noOutcomes();
        groups.set(key, counts);
      }
      counts[conversation.outcome]++;
    },
    result: () => groups,
  };
}
