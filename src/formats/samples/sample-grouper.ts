import type { Conversation } from '../../core/conversation.js';

/** Gathers the samples of one task, fed one by one. */
export interface SampleGrouper {
  /** Takes a conversation and returns the group that it completes. */
  add(conversation: Conversation): readonly Conversation[] | undefined;
  /** The groups that were never completed, in the order of their first sample; once. */
  rest(): Iterable<readonly Conversation[]>;
}

/**
 * Makes what gathers the samples of one task for a loop over conversations that has other work, too;
 * `groupSamples` is that loop with nothing else in it.
 *
 * @param size - How many samples complete a group; without it, none is complete before the end.
 */
export function createSampleGrouper(size: number = Infinity): SampleGrouper {
  const begun = new Map<string, Conversation[]>();
  return {
    add(conversation) {
      const { id } = conversation.task;
      const group = begun.get(id) ?? [];
      group.push(conversation);
      if (group.length < size) {
        begun.set(id, group);
        return undefined;
      }
      begun.delete(id);
      return group;
    },
    *rest() {
      yield* begun.values();
      begun.clear();
    },
  };
}
