import type { Items } from '../../src/index.js';

/** Reads everything that is yielded. */
export async function collect<Item>(items: Items<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
