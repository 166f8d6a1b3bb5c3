import { optionError } from '../errors/option-error.js';
import type { Items } from '../values/items.js';
import { createNumberList } from './number-list.js';
import { visitWords } from './word-sequence.js';

/** A text that training data must not share passages with. Without an id its index names it. */
export type BenchmarkText = string | { readonly id: string; readonly text: string };

/** The words of all benchmark texts, one text after the other, as numbers. */
export interface BenchmarkWords {
  /** The ids of the texts. */
  readonly ids: readonly string[];
  /** Where each text begins among the words, and at last where the words end. */
  readonly textStarts: Uint32Array;
  /** The number of each word. Equal words have equal numbers, from 1. */
  readonly words: Uint32Array;
  /** Where each word begins in its text, in UTF-16 units. */
  readonly starts: Uint32Array;
  /** Where each word ends in its text. */
  readonly ends: Uint32Array;
  /** The number of a word; 0 for a word that is in no benchmark text. */
  numberOf(word: string): number;
}

/** Reads all benchmark texts, and keeps their words rather than the texts. */
export async function readBenchmarkWords(texts: Items<BenchmarkText>): Promise<BenchmarkWords> {
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const textStarts = createNumberList();
  const words = createNumberList();
  const starts = createNumberList();
  const ends = createNumberList();
  const addWord = (word: string, start: number, end: number): void => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(word, number);
    }
    words.push(number);
    starts.push(start);
    ends.push(end);
  };

  for await (const entry of texts) {
    const { id, text } = readEntry(entry, ids.length);
    ids.push(id);
    textStarts.push(words.length);
    visitWords(text, addWord);
  }
  textStarts.push(words.length);
  return {
    ids,
    textStarts: textStarts.toArray(),
    words: words.toArray(),
    starts: starts.toArray(),
    ends: ends.toArray(),
    numberOf: (word) => numbers.get(word) ?? 0,
  };
}

function readEntry(entry: BenchmarkText, index: number): { id: string; text: string } {
  if (typeof entry === 'string') return { id: String(index), text: entry };
  if (typeof entry?.id === 'string' && typeof entry.text === 'string') return entry;
  throw optionError(`benchmarkTexts[${index}]`, 'a string or an object of id and text', entry);
}
