/** What tells the samples of a task apart. */
export interface NumberedConversation {
  readonly turns: readonly {
    readonly prediction: {
      readonly text: string;
      /** Which of several samples it is; 0 when there is no telling. */
      readonly sample?: number | undefined;
    };
  }[];
}

/**
 * Sorts the samples of a task by their number and, where numbers are equal, by the text of the
 * first answer: the same order whatever the order in which a run finished them.
 */
export function inSampleOrder<Sample extends NumberedConversation>(
  conversations: readonly Sample[],
): readonly Sample[] {
  return [...conversations].sort((a, b) => {
    const [first, second] = [firstText(a), firstText(b)];
    const difference = sampleNumber(a) - sampleNumber(b);
    if (difference !== 0 || first === second) return difference;
    return first < second ? -1 : 1;
  });
}

/** The number of a conversation among the samples of its task. */
export function sampleNumber({ turns }: NumberedConversation): number {
  return turns[0]?.prediction.sample ?? 0;
}

function firstText({ turns }: NumberedConversation): string {
  return turns[0]?.prediction.text ?? '';
}
