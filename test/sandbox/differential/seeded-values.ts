/** Values that are the same in every run. */
export interface SeededValues {
  integer(this: void, least: number, most: number): number;
  pick<Item>(this: void, items: readonly Item[]): Item;
  list<Item>(this: void, length: number, make: () => Item): Item[];
  word(this: void): string;
  words(this: void, count: number): string;
  number(this: void): number;
  numbers(this: void, length?: number): number[];
  record(this: void): { id: number; name: string; group: string; score: number; tags: string[] };
  isoTime(this: void): string;
}

export function seededValues(seed: number): SeededValues {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const integer = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => items[integer(0, items.length - 1)] as Item;
  const list = <Item>(length: number, make: () => Item): Item[] => Array.from({ length }, make);
  const word = (): string =>
    list(integer(1, 8), () => pick([...'aabcdeefghiijklmnoopqrstuuvwxyzABCé0'])).join('');
  const number = (): number =>
    pick([integer(-9, 9), integer(-1e6, 1e6), integer(-1e6, 1e6) / 1000, next()]);
  return {
    integer,
    pick,
    list,
    word,
    words: (count) => list(count, word).join(pick([' ', '-', '_', '  '])),
    number,
    numbers: (length = integer(0, 12)) => list(length, number),
    record: () => ({
      id: integer(1, 20),
      name: word(),
      group: pick(['red', 'green', 'blue']),
      score: number(),
      tags: list(integer(0, 3), () => pick(['x', 'y', 'z'])),
    }),
    isoTime: () => new Date(integer(0, 4e9) * 1000).toISOString(),
  };
}
