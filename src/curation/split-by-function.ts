import { type Items, requireItems } from '../values/items.js';
import { type ChooseSplitOptions, createSplitter, type Split } from './choose-split.js';
import { type FunctionItem, functionOf } from './function-of.js';

/** How items are split. */
export interface SplitByFunctionOptions<Item> extends ChooseSplitOptions {
  /**
   * The key of an item: items with the same key are on the same side. Give the key of a cluster of
   * near duplicates to keep all its functions together.
   * @defaultValue the id of the item's function; required when an item is not about a function
   */
  readonly keyOf?: ((item: Item) => string) | undefined;
}

/** An item with the side it is on. */
export interface SplitItem<Item> {
  readonly item: Item;
  readonly split: Split;
}

/**
 * Splits items into training, validation and test data so that all items about one function are on
 * the same side: a test then asks about functions that were never trained on. Streams: each item is
 * yielded in its turn, and nothing is kept.
 *
 * The side follows from the seed and the item's key alone (see `chooseSplit`), whatever else there
 * is and in which order. The shares hold for keys on average, not exactly, and not for items.
 *
 * @throws TypeError for an option out of range, at once; for an item without a key, when it comes.
 *
 * @example
 * ```ts
 * for await (const { item, split } of splitByFunction(tasks, { test: 0.1 })) {
 *   if (split === 'train') trainingTasks.push(item);
 * }
 * ```
 */
export function splitByFunction<Item extends FunctionItem>(
  items: Items<Item>,
  options?: SplitByFunctionOptions<Item>,
): AsyncGenerator<SplitItem<Item>, void, undefined>;
export function splitByFunction<Item>(
  items: Items<Item>,
  options: SplitByFunctionOptions<Item> & { readonly keyOf: (item: Item) => string },
): AsyncGenerator<SplitItem<Item>, void, undefined>;
export function splitByFunction<Item>(
  items: Items<Item>,
  options: SplitByFunctionOptions<Item> = {},
): AsyncGenerator<SplitItem<Item>, void, undefined> {
  const splitOf = createSplitter(options);
  // The overloads leave `keyOf` out only for items that are about a function.
  const keyOf = options.keyOf ?? ((item: Item) => functionOf(item as FunctionItem).id);
  return split(requireItems('items', items), (item) => splitOf(keyOf(item)));
}

async function* split<Item>(
  items: Items<Item>,
  splitOf: (item: Item) => Split,
): AsyncGenerator<SplitItem<Item>, void, undefined> {
  for await (const item of items) yield { item, split: splitOf(item) };
}
