import type { TrainableConversation } from '../messages/trainable-conversation.js';

type Numbered = Pick<TrainableConversation, 'turns'>;

/**
 * Sorts the samples of a task by their number and, where numbers are equal, by the text of the
 * first answer: the same order whatever the order in which a run finished them.
 */
export function inSampleOrder<Sample extends Numbered>(
  conversations: readonly Sample[],
): readonly Sample[] {
  return [...conversations].sort((a, b) => {
    const [first, second] = [firstText(a), firstText(b)];
    const difference = sampleNumber(a) - sampleNumber(b);
    if (difference !== 0 || first === second) return difference;
    return first < second ? -1 : 1;
  });
}

/** The number of a conversation among the samples of its task; 0 when it has no turns. */
export function sampleNumber({ turns }: Numbered): number {
  return turns[0]?.prediction.sample ?? 0;
}

function firstText({ turns }: Numbered): string {
  return turns[0]?.prediction.text ?? '';
}
