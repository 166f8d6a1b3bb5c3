import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWords, matchesOf } from './support/matches.js';

describe('passages of 13 words', () => {
  const noise = fc.constantFrom(
    '',
    '',
    '',
    '1',
    '42',
    ',',
    "'",
    '-',
    '"',
    '(',
    '…',
    '。',
    '＿',
    '\u00ad',
  );
  /** A word as some other text may write it. */
  const dressed = (word: string) =>
    fc
      .tuple(noise, noise, noise, fc.boolean(), fc.nat(word.length))
      .map(([before, inside, after, isUpper, split]) => {
        const spelled = isUpper ? word.toUpperCase() : word;
        const core = spelled.slice(0, split) + inside + spelled.slice(split);
        return { before, core, after };
      });
  const gap = fc.constantFrom(' ', '\n', '\t\t', '\u00a0', ' 7 ', ' -- ', ' (3.5) ', '\u3000');

  /** A text of words, and where the words from `from` to `to` (exclusive) are. */
  const textWith = (words: readonly string[], from: number, to: number) =>
    fc
      .tuple(
        fc.tuple(...words.map(dressed)),
        fc.array(gap, { minLength: words.length, maxLength: words.length }),
      )
      .map(([pieces, gaps]) => {
        let text = '';
        let start = 0;
        let end = 0;
        pieces.forEach(({ before, core, after }, index) => {
          const trimmed = /\p{L}.*\p{L}/su.exec(core);
          const position = text.length + before.length + (trimmed?.index ?? 0);
          if (index === from) start = position;
          if (index === to - 1) end = position + (trimmed?.[0].length ?? 0);
          text += before + core + after + gaps[index];
        });
        return { text, start, end };
      });

  /** An item and a benchmark text, different in all but `length` words. */
  const planted = (length: fc.Arbitrary<number>) =>
    fc
      .tuple(length, fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20))
      .chain(([shared, ...around]) => {
        const [a, b, c, d] = around as [number, number, number, number];
        const common = makeWords('s', shared);
        const item = [...makeWords('a', a), ...common, ...makeWords('b', b)];
        const benchmark = [...makeWords('c', c), ...common, ...makeWords('d', d)];
        return fc.record({
          words: fc.constant(shared),
          item: textWith(item, a, a + shared),
          benchmark: textWith(benchmark, c, c + shared),
        });
      });

  it('are found, with the right spans, however they are written', async () => {
    await fc.assert(
      fc.asyncProperty(
        planted(fc.integer({ min: 13, max: 30 })),
        async ({ words, item, benchmark }) => {
          expect(await matchesOf(item.text, ['nothing', benchmark.text])).toEqual([
            {
              benchmark: '1',
              field: 'text',
              text: item.text.slice(item.start, item.end),
              start: item.start,
              end: item.end,
              benchmarkStart: benchmark.start,
              benchmarkEnd: benchmark.end,
              words,
            },
          ]);
        },
      ),
    );
  });

  it('are not found in 12 words', async () => {
    await fc.assert(
      fc.asyncProperty(planted(fc.integer({ min: 0, max: 12 })), async ({ item, benchmark }) => {
        expect(await matchesOf(item.text, [benchmark.text])).toEqual([]);
      }),
    );
  });
});

describe('passages of few different words', () => {
  const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 40 });

  it('cover just the n-grams that a comparison of all with all finds, and are maximal', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(text, { maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        async (item, benchmarks, size) => {
          const options = { words: size, maxMatches: 10_000 };
          const matches = await matchesOf(
            item.join(' '),
            benchmarks.map((words) => words.join(' ')),
            options,
          );
          benchmarks.forEach((benchmark, id) => {
            // Words of one letter and one blank are two units apart.
            const own = matches
              .filter((match) => match.benchmark === String(id))
              .map(({ start, benchmarkStart, words }) => ({
                start: start / 2,
                other: benchmarkStart / 2,
                words,
              }));
            const grams = (words: readonly string[]) =>
              words.slice(size - 1).map((_, index) => words.slice(index, index + size).join(''));
            const known = new Set(grams(benchmark));
            grams(item).forEach((gram, index) => {
              const isCovered = own.some(
                ({ start, words }) => start <= index && index + size <= start + words,
              );
              expect(isCovered).toBe(known.has(gram));
            });
            for (const { start, other, words } of own) {
              expect(item.slice(start, start + words)).toEqual(
                benchmark.slice(other, other + words),
              );
              expect(start > 0 && other > 0 && item[start - 1] === benchmark[other - 1]).toBe(
                false,
              );
              const [next, nextOther] = [item[start + words], benchmark[other + words]];
              expect(next !== undefined && next === nextOther).toBe(false);
            }
            own.slice(1).forEach(({ start, words }, index) => {
              const before = own[index] as (typeof own)[number];
              expect(start).toBeGreaterThan(before.start);
              expect(start + words).toBeGreaterThan(before.start + before.words);
            });
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('respect the limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.integer({ min: 1, max: 5 }),
        async (item, other, maxMatches) => {
          const texts = [other.join(' '), other.join(' ')];
          const options = { words: 3 };
          const all = await matchesOf(item.join(' '), texts, { ...options, maxMatches: 10_000 });
          const some = await matchesOf(item.join(' '), texts, { ...options, maxMatches });
          expect(some.length).toBeLessThanOrEqual(maxMatches);
          expect(some.length > 0).toBe(all.length > 0);
        },
      ),
    );
  });
});
