import {
  type BenchmarkMatch,
  type DecontaminateOptions,
  decontaminate,
} from '../../../src/curation/decontaminate.js';

/** What one text shares with benchmark texts. */
export async function matchesOf(
  text: string,
  benchmarkTexts: Parameters<typeof decontaminate>[1],
  options: DecontaminateOptions<string> = {},
): Promise<readonly BenchmarkMatch[]> {
  for await (const { matches } of decontaminate([text], benchmarkTexts, options)) return matches;
  throw new Error('nothing was yielded');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Distinct words that begin with a letter of their own for each stem. */
export const makeWords = (stem: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${stem}q${letters[Math.floor(index / 26)]}${letters[index % 26]}`,
  );
