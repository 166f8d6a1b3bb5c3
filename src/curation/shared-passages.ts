import type { BenchmarkWords } from './benchmark-words.js';
import type { NgramIndex } from './ngram-index.js';

/** A passage of words that a text has in common with a benchmark text, as long as it can be. */
export interface SharedPassage {
  /** The index of the benchmark text. */
  readonly benchmark: number;
  /** The index of the first word in the text. */
  readonly start: number;
  /** The position of the first word among those of the benchmark. */
  readonly benchmarkStart: number;
  /** How many words. */
  readonly words: number;
}

/**
 * Finds the passages of at least `index.size` words that a text shares with the benchmark texts. No
 * passage lies within another one with the same benchmark text.
 *
 * @param words - The numbers of the text's words.
 * @param limit - How many passages to find before giving up.
 * @returns By start in the text, then by benchmark text.
 */
export function findSharedPassages(
  words: readonly number[],
  index: NgramIndex,
  limit: number,
): readonly SharedPassage[] {
  /** The passages of each benchmark text. Both their starts and their ends rise. */
  const found = new Map<number, SharedPassage[]>();
  let count = 0;

  const consider = (start: number, position: number): void => {
    const benchmark = textAt(index.benchmark, position);
    const passages = found.get(benchmark) ?? [];
    const last = passages.at(-1);
    if (last !== undefined && start + index.size <= last.start + last.words) return;
    const passage = extend(words, start, index, benchmark, position);
    // A text that repeats itself is known by its first n-gram of a kind; the better place comes later.
    while ((passages.at(-1)?.start ?? -1) >= passage.start) {
      passages.pop();
      count--;
    }
    passages.push(passage);
    found.set(benchmark, passages);
    count++;
  };

  // 0 is a word of no benchmark text, so that no n-gram with it can match.
  let known = 0;
  for (let end = 0; end < words.length && count < limit; end++) {
    known = words[end] === 0 ? 0 : known + 1;
    if (known < index.size) continue;
    const start = end + 1 - index.size;
    for (const position of index.positionsOf(words, start)) {
      consider(start, position);
      if (count >= limit) break;
    }
  }
  return [...found.values()].flat().sort((a, b) => a.start - b.start || a.benchmark - b.benchmark);
}

/** Extends a common n-gram to both sides, as far as the words agree. */
function extend(
  words: readonly number[],
  start: number,
  { benchmark: { words: benchmarkWords, textStarts }, size }: NgramIndex,
  benchmark: number,
  position: number,
): SharedPassage {
  const textStart = textStarts[benchmark] ?? 0;
  const textEnd = textStarts[benchmark + 1] ?? 0;
  let before = 0;
  while (
    before < start &&
    position - before > textStart &&
    words[start - before - 1] === benchmarkWords[position - before - 1]
  ) {
    before++;
  }
  let length = size;
  while (
    start + length < words.length &&
    position + length < textEnd &&
    words[start + length] === benchmarkWords[position + length]
  ) {
    length++;
  }
  return {
    benchmark,
    start: start - before,
    benchmarkStart: position - before,
    words: before + length,
  };
}

/** The index of the text that a word position is in: the last one that does not begin after it. */
function textAt({ textStarts }: BenchmarkWords, position: number): number {
  let low = 0;
  let high = textStarts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((textStarts[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}
