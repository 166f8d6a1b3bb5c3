import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import { type BenchmarkText, readBenchmarkWords } from './benchmark-words.js';
import { type FunctionItem, functionOf } from './function-of.js';
import { indexNgrams, type NgramIndex } from './ngram-index.js';
import { findSharedPassages } from './shared-passages.js';
import { visitWords } from './word-sequence.js';

/** The texts of an item that are compared, by name. */
export type TextsOf<Item> = (item: Item) => Readonly<Record<string, string>>;

/** How items are compared with benchmark texts. */
export interface DecontaminateOptions<Item> {
  /**
   * How many words in a row make a match.
   * @defaultValue 13
   */
  readonly words?: number | undefined;
  /**
   * How many matches are reported of one item; what comes after them is not looked for.
   * @defaultValue 20
   */
  readonly maxMatches?: number | undefined;
  /**
   * What is compared. Matches are within one text, never across two.
   * @defaultValue `query` and `ioDescription` of the item's function; of a string itself, as `text`;
   * required for other items
   */
  readonly textsOf?: TextsOf<Item> | undefined;
}

/** A passage that an item shares with a benchmark text. All offsets are UTF-16, ends exclusive. */
export interface BenchmarkMatch {
  /** The id of the benchmark text, or its index when it has none. */
  readonly benchmark: string;
  /** Which text of the item it is. */
  readonly field: string;
  /** The passage as the item has it: that text from `start` to `end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the passage is in the benchmark text. */
  readonly benchmarkStart: number;
  readonly benchmarkEnd: number;
  /** How many words the passage has. */
  readonly words: number;
}

/** An item with what it shares with the benchmark texts; without matches it is clean. */
export interface DecontaminatedItem<Item> {
  readonly item: Item;
  readonly matches: readonly BenchmarkMatch[];
}

/**
 * Finds out which items share a passage of 13 words with a benchmark, as the leakage check of
 * CodeI/O does (paper §4.7: any common 13-gram, without punctuation, numbers and blanks). Every item
 * is yielded, in order, with the evidence; whether it is dropped is up to the caller. The benchmark
 * texts are read to the end first and indexed; the items stream.
 *
 * Words are the unit: nearly every text shares 13 characters with another. Case, digits and
 * punctuation do not count: `Don't` is `dont`, `x1` is `x`, and `42` is no word. In scripts that are
 * written without blanks (Han, kana, Thai, …) each character is a word, because LeetCode-O is in
 * Chinese, too; 13 of them say less than 13 English words, so expect more false alarms there. A
 * benchmark text of fewer words than that never matches.
 *
 * Matches are as long as they can be, and equal word by word. Of an item that shares a passage with
 * several benchmark texts, each is reported, up to `maxMatches`.
 *
 * Time and memory grow linearly with the benchmark: 20 to 24 bytes a word, besides its vocabulary.
 *
 * @param items - What is compared.
 * @param benchmarkTexts - What must not be found in it.
 * @throws TypeError for an option out of range, at once; for an item or a benchmark text of the
 * wrong kind, when it comes.
 *
 * @example
 * ```ts
 * for await (const { item, matches } of decontaminate(readFunctions('functions'), benchmarkTexts)) {
 *   if (matches.length === 0) clean.push(item);
 * }
 * ```
 */
export function decontaminate<Item extends FunctionItem | string>(
  items: Items<Item>,
  benchmarkTexts: Items<BenchmarkText>,
  options?: DecontaminateOptions<Item>,
): AsyncGenerator<DecontaminatedItem<Item>, void, undefined>;
export function decontaminate<Item>(
  items: Items<Item>,
  benchmarkTexts: Items<BenchmarkText>,
  options: DecontaminateOptions<Item> & { readonly textsOf: TextsOf<Item> },
): AsyncGenerator<DecontaminatedItem<Item>, void, undefined>;
export function decontaminate<Item>(
  items: Items<Item>,
  benchmarkTexts: Items<BenchmarkText>,
  options: DecontaminateOptions<Item> = {},
): AsyncGenerator<DecontaminatedItem<Item>, void, undefined> {
  const words = requireInteger('words', options.words ?? 13, 1);
  const maxMatches = requireInteger('maxMatches', options.maxMatches ?? 20, 1);
  const textsOf = options.textsOf ?? defaultTextsOf;
  requireItems('items', items);
  requireItems('benchmarkTexts', benchmarkTexts);

  async function* compare(): AsyncGenerator<DecontaminatedItem<Item>, void, undefined> {
    const index = indexNgrams(await readBenchmarkWords(benchmarkTexts), words);
    for await (const item of items) {
      yield { item, matches: matchTexts(textsOf(item), index, maxMatches) };
    }
  }
  return compare();
}

function defaultTextsOf(item: unknown): Readonly<Record<string, string>> {
  if (typeof item === 'string') return { text: item };
  // The overloads leave `textsOf` out only for strings and items that are about a function.
  const { query, ioDescription } = functionOf(item as FunctionItem);
  return { query, ioDescription };
}

function matchTexts(
  texts: Readonly<Record<string, string>>,
  index: NgramIndex,
  maxMatches: number,
): readonly BenchmarkMatch[] {
  const matches: BenchmarkMatch[] = [];
  for (const [field, text] of Object.entries(texts)) {
    if (typeof text !== 'string') throw optionError(`the text ${field}`, 'a string', text);
    matches.push(...matchText(field, text, index, maxMatches - matches.length));
  }
  return matches;
}

function matchText(
  field: string,
  text: string,
  index: NgramIndex,
  limit: number,
): readonly BenchmarkMatch[] {
  const { benchmark, size } = index;
  const words: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  visitWords(text, (word, start, end) => {
    words.push(benchmark.numberOf(word));
    starts.push(start);
    ends.push(end);
  });
  if (words.length < size) return [];
  return findSharedPassages(words, index, limit).map((passage) => {
    const last = passage.words - 1;
    const start = starts[passage.start] ?? 0;
    const end = ends[passage.start + last] ?? 0;
    return {
      benchmark: benchmark.ids[passage.benchmark] ?? '',
      field,
      text: text.slice(start, end),
      start,
      end,
      benchmarkStart: benchmark.starts[passage.benchmarkStart] ?? 0,
      benchmarkEnd: benchmark.ends[passage.benchmarkStart + last] ?? 0,
      words: passage.words,
    };
  });
}
