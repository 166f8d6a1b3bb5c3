import type { Conversation, ConversationOutcome } from '../../core/conversation.js';
import { sampleNumber } from './in-sample-order.js';
import { requireOneTask } from './require-one-task.js';

/** What may be the best. */
export interface BestOfNOptions {
  /**
   * Whether only a conversation that came to a right answer may be the best: rejection sampling.
   * @defaultValue false
   */
  readonly onlyRight?: boolean | undefined;
}

/** The better the lower; what could not be verified is never the best. */
const ranks: Readonly<Record<ConversationOutcome, number>> = {
  correct: 0,
  revised: 1,
  unsolved: 2,
  unverifiable: 3,
};

/**
 * Picks the best conversation among the samples of one task: right at once before right after
 * feedback before unsolved; among equals the one of fewest turns, then with the shortest last
 * answer, then the lowest sample number. The order in which they are given does not matter.
 *
 * @returns The best one; none when there is none that may be it.
 * @throws TypeError when the conversations are of different tasks.
 */
export function bestOfN(
  conversations: readonly Conversation[],
  options: BestOfNOptions = {},
): Conversation | undefined {
  requireOneTask(conversations);
  const worst = options.onlyRight === true ? ranks.revised : ranks.unsolved;
  const [best] = conversations
    .filter(({ outcome }) => ranks[outcome] <= worst)
    .map((conversation) => ({ conversation, merits: meritsOf(conversation) }))
    .sort((a, b) => compareLists(a.merits, b.merits));
  return best?.conversation;
}

/** What decides, the most important first; lower is better. */
function meritsOf(conversation: Conversation): readonly number[] {
  const { outcome, turns } = conversation;
  const length = turns.at(-1)?.prediction.text.length ?? 0;
  return [ranks[outcome], turns.length, length, sampleNumber(conversation)];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
