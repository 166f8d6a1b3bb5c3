import type { BenchmarkWords } from './benchmark-words.js';

/** Where the n-grams of the benchmark texts are: a hash table of chains over the word positions. */
export interface NgramIndex {
  readonly benchmark: BenchmarkWords;
  /** How many words an n-gram has. */
  readonly size: number;
  /** Returns the positions whose n-gram begins at `position` in `words`, one a text, first text first. */
  positionsOf(words: ArrayLike<number>, position: number): Iterable<number>;
}

/**
 * Indexes every n-gram of the benchmark texts; none reaches from one text into the next. An n-gram
 * that a text repeats is kept where the text has it first, so that no chain is longer than there
 * are texts.
 */
export function indexNgrams(benchmark: BenchmarkWords, size: number): NgramIndex {
  const { words, textStarts } = benchmark;
  // At most one n-gram a slot on average.
  const slots = 2 ** Math.ceil(Math.log2(Math.max(words.length, 2)));
  // Positions are kept plus 1: 0 is the end of a chain.
  const heads = new Uint32Array(slots);
  const nexts = new Uint32Array(words.length);
  const slotOf = (list: ArrayLike<number>, position: number): number =>
    hashNgram(list, position, size) & (slots - 1);

  const add = (position: number): void => {
    const slot = slotOf(words, position);
    const head = heads[slot] ?? 0;
    // The positions of the same text come first in a chain, before those of later texts.
    for (let link = head; link > 0 && link <= position; link = nexts[link - 1] ?? 0) {
      if (isSameNgram(words, link - 1, words, position, size)) return;
    }
    nexts[position] = head;
    heads[slot] = position + 1;
  };
  // From the last text to the first, because the last to be added is the first in its chain.
  for (let text = textStarts.length - 2; text >= 0; text--) {
    const lastStart = (textStarts[text + 1] ?? 0) - size;
    for (let position = textStarts[text] ?? 0; position <= lastStart; position++) add(position);
  }

  function* positionsOf(list: ArrayLike<number>, position: number): Generator<number> {
    for (let link = heads[slotOf(list, position)] ?? 0; link > 0; link = nexts[link - 1] ?? 0) {
      // Different n-grams may share a slot.
      if (isSameNgram(words, link - 1, list, position, size)) yield link - 1;
    }
  }
  return { benchmark, size, positionsOf };
}

function isSameNgram(
  left: ArrayLike<number>,
  leftPosition: number,
  right: ArrayLike<number>,
  rightPosition: number,
  size: number,
): boolean {
  for (let offset = 0; offset < size; offset++) {
    if (left[leftPosition + offset] !== right[rightPosition + offset]) return false;
  }
  return true;
}

/** FNV-1a over the numbers of the words, with the high bits mixed into the low ones. */
function hashNgram(words: ArrayLike<number>, position: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < size; offset++) {
    hash = Math.imul(hash ^ (words[position + offset] ?? 0), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
