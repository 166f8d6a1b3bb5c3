import type { Conversation } from '../../core/conversation.js';

/**
 * Sorts the samples of a task by their number and, where numbers are equal, by the text of the
 * first answer: the same order whatever the order in which a run finished them.
 */
export function inSampleOrder(conversations: readonly Conversation[]): readonly Conversation[] {
  return [...conversations].sort((a, b) => {
    const [first, second] = [firstReply(a), firstReply(b)];
    if (first.sample !== second.sample) return first.sample - second.sample;
    if (first.text === second.text) return 0;
    return first.text < second.text ? -1 : 1;
  });
}

/** The number of a conversation among the samples of its task; 0 when it has no turns. */
export function sampleNumber(conversation: Conversation): number {
  return firstReply(conversation).sample;
}

function firstReply({ turns }: Conversation): { readonly sample: number; readonly text: string } {
  return turns[0]?.prediction ?? { sample: 0, text: '' };
}
