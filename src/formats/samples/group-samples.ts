import type { Conversation } from '../../core/conversation.js';
import { requireInteger } from '../../errors/require-integer.js';
import { type Items, requireItems } from '../../values/items.js';
import { createSampleGrouper } from './sample-grouper.js';

/** How samples are gathered. */
export interface GroupSamplesOptions {
  /**
   * How many samples of a task make a group, as `generateDataset` was told. A group is given out as
   * soon as it has so many.
   * @defaultValue all that come: nothing is given out before the end
   */
  readonly samples?: number | undefined;
}

/**
 * Gathers the samples of one task, which a run gives out one by one and, when it does not keep the
 * order, mixed with others. Groups come in the order in which they are complete; those that never
 * are (a sample failed) come at the end, in the order of their first sample. When more than
 * `samples` come of a task, the further ones make further groups.
 *
 * Memory: with `samples`, only groups that are begun and not complete are held, so that a run of any
 * length takes no more than what is under way and what has failures. Without it, everything is held.
 *
 * @throws TypeError naming an option that is not as expected.
 */
export function groupSamples(
  conversations: Items<Conversation>,
  options: GroupSamplesOptions = {},
): AsyncGenerator<readonly Conversation[], void, undefined> {
  const { samples } = options;
  const size = samples === undefined ? Infinity : requireInteger('samples', samples, 1);
  return gather(requireItems('conversations', conversations), size);
}

async function* gather(
  conversations: Items<Conversation>,
  size: number,
): AsyncGenerator<readonly Conversation[], void, undefined> {
  const grouper = createSampleGrouper(size);
  for await (const conversation of conversations) {
    const group = grouper.add(conversation);
    if (group !== undefined) yield group;
  }
  yield* grouper.rest();
}
