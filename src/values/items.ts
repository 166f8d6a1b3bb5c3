import { optionError } from '../errors/option-error.js';

/** Many items, at hand or still to come. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/**
 * Returns `items` when they can be read one by one; throws a `TypeError` naming `option` otherwise.
 * A string is refused: it would be read character by character.
 */
export function requireItems<Item>(option: string, items: Items<Item>): Items<Item> {
  const isIterable =
    typeof items === 'object' &&
    items !== null &&
    (Symbol.asyncIterator in items || Symbol.iterator in items);
  if (isIterable) return items;
  throw optionError(option, 'an iterable or async iterable', items);
}
