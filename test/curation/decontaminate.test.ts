import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BenchmarkMatch,
  type DecontaminateOptions,
  decontaminate,
} from '../../src/curation/decontaminate.js';
import { addTax, taxTask } from '../support/fixtures.js';

async function matchesOf(
  text: string,
  benchmarkTexts: Parameters<typeof decontaminate>[1],
  options: DecontaminateOptions<string> = {},
): Promise<readonly BenchmarkMatch[]> {
  for await (const { matches } of decontaminate([text], benchmarkTexts, options)) return matches;
  throw new Error('nothing was yielded');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Distinct words that begin with a letter of their own for each stem. */
const makeWords = (stem: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${stem}q${letters[Math.floor(index / 26)]}${letters[index % 26]}`,
  );

describe('decontaminate', () => {
  const thirteen = makeWords('s', 13).join(' ');

  it('yields every item in order, with the passage that it shares', async () => {
    const items = ['Clean.', `Well: ${thirteen.toUpperCase()}!`, 'Also clean.'];
    const texts = [{ id: 'leetcode/1', text: `<${thirteen}>` }];
    const result = [];
    for await (const each of decontaminate(items, texts)) result.push(each);
    expect(result).toEqual([
      { item: items[0], matches: [] },
      {
        item: items[1],
        matches: [
          {
            benchmark: 'leetcode/1',
            field: 'text',
            text: thirteen.toUpperCase(),
            start: 6,
            end: 6 + thirteen.length,
            benchmarkStart: 1,
            benchmarkEnd: 1 + thirteen.length,
            words: 13,
          },
        ],
      },
      { item: items[2], matches: [] },
    ]);
  });

  it('compares query and description of a function, a task or a conversation', async () => {
    const fn = { ...addTax, query: `Is ${thirteen}?`, ioDescription: `As ${thirteen}.` };
    const task = taxTask('output', fn);
    for (const item of [fn, task, { task }]) {
      for await (const { matches } of decontaminate([item], [thirteen])) {
        expect(matches.map(({ field, benchmark }) => [field, benchmark])).toEqual([
          ['query', '0'],
          ['ioDescription', '0'],
        ]);
      }
    }
  });

  it('compares what it is told to, each text by itself', async () => {
    const words = thirteen.split(' ');
    const rows = [
      { prompt: words.slice(0, 7).join(' '), reply: words.slice(7).join(' ') },
      { prompt: '', reply: thirteen },
    ];
    const result = [];
    const textsOf = ({ prompt, reply }: (typeof rows)[number]) => ({ prompt, reply });
    for await (const { item, matches } of decontaminate(rows, [thirteen], { textsOf })) {
      result.push([item, matches.map(({ field }) => field)]);
    }
    expect(result).toEqual([
      [rows[0], []],
      [rows[1], ['reply']],
    ]);
  });

  it('reports each benchmark text that has the passage, from the first on, up to a limit', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => ({ id: `t${index}`, text: thirteen }));
    const benchmarks = async (options?: DecontaminateOptions<string>) =>
      (await matchesOf(thirteen, texts, options)).map(({ benchmark }) => benchmark);
    const ids = texts.map(({ id }) => id);
    expect(await benchmarks()).toEqual(ids.slice(0, 20));
    expect(await benchmarks({ maxMatches: 3 })).toEqual(ids.slice(0, 3));
    expect(await benchmarks({ maxMatches: 100 })).toEqual(ids);
  });

  it('limits the matches of an item, not of a text', async () => {
    const fn = { ...addTax, query: thirteen, ioDescription: thirteen };
    for await (const { matches } of decontaminate([fn], [thirteen, thirteen], { maxMatches: 3 })) {
      expect(matches.map(({ field }) => field)).toEqual(['query', 'query', 'ioDescription']);
    }
  });

  it('finds no passage across two benchmark texts, nor a text that is too short', async () => {
    const words = thirteen.split(' ');
    const texts = [words.slice(0, 8).join(' '), words.slice(8).join(' '), words.slice(1).join(' ')];
    expect(await matchesOf(thirteen, texts)).toEqual([]);
    expect(await matchesOf(thirteen, [])).toEqual([]);
  });

  it('takes a Chinese character for a word', async () => {
    const text = '给定一个整数数组nums和一个整数目标值target';
    const sentence = `问题 1：${text}。`;
    expect(await matchesOf(sentence, [`${text}，请你`])).toMatchObject([{ text, words: 18 }]);
    expect(await matchesOf('给定一个整数数组nums和一个', [text])).toEqual([]);
  });

  it('sees one passage where a benchmark text repeats the beginning of it', async () => {
    const [one, other, more] = ['s', 't', 'u'].map((stem) => makeWords(stem, 13).join(' '));
    const benchmark = `${one} ${other} ${one} ${more}`;
    const start = benchmark.lastIndexOf(one as string);
    expect(await matchesOf(`${one} ${more}`, [benchmark])).toMatchObject([
      { words: 26, benchmarkStart: start, benchmarkEnd: benchmark.length },
    ]);
  });

  it('is not slowed down by texts that repeat one word', async () => {
    const text = 'same '.repeat(50_000);
    const [match] = await matchesOf(text, [text, text]);
    expect(match).toMatchObject({ words: 50_000, start: 0, benchmarkStart: 0 });
  });

  it('reads the benchmark to its end, and then item by item', async () => {
    const events: string[] = [];
    async function* read(name: string, count: number) {
      for (let index = 0; index < count; index++) {
        events.push(`${name} ${index}`);
        yield `${name} ${index}`;
      }
    }
    for await (const { item } of decontaminate(read('item', 2), read('benchmark', 2))) {
      events.push(`got ${item}`);
    }
    expect(events).toEqual([
      'benchmark 0',
      'benchmark 1',
      'item 0',
      'got item 0',
      'item 1',
      'got item 1',
    ]);
  });

  it('refuses misuse at once', () => {
    expect(() => decontaminate([''], 'text')).toThrow('benchmarkTexts must be an iterable');
    expect(() => decontaminate('text', [''])).toThrow('items must be an iterable');
    expect(() => decontaminate([''], [''], { words: 0 })).toThrow('words must be');
    expect(() => decontaminate([''], [''], { maxMatches: 0 })).toThrow('maxMatches must be');
  });

  it('refuses texts and items of the wrong kind when they come', async () => {
    await expect(matchesOf('', ['', { text: 'no id' } as never])).rejects.toThrow(
      'benchmarkTexts[1] must be a string or an object of id and text',
    );
    await expect(decontaminate([{ id: 7 } as never], ['']).next()).rejects.toThrow('item must be');
    const textsOf = () => ({ code: undefined }) as never;
    await expect(decontaminate([''], [''], { textsOf }).next()).rejects.toThrow(
      new TypeError('the text code must be a string, got undefined'),
    );
  });
});

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
