import { describe, expect, it } from 'vitest';
import { type DecontaminateOptions, decontaminate } from '../../src/curation/decontaminate.js';
import { addTax, taxTask } from '../support/fixtures.js';
import { makeWords, matchesOf } from './support/matches.js';

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
