import { describe, expect, it } from 'vitest';
import { type DeduplicateOptions, deduplicate } from '../../src/curation/deduplicate.js';
import type { CodeFunction, Conversation } from '../../src/index.js';
import { defineFunction, readFunctions } from '../../src/index.js';
import { makeFunction } from '../bench/synthetic-functions.js';
import { bundledFunctions } from '../support/bundled.js';
import { taxTask } from '../support/fixtures.js';

interface Snippet {
  readonly id: string;
  readonly code: string;
}

const codeOf = ({ id, code }: Snippet): Snippet & { language: 'javascript' } => {
  return { id, code, language: 'javascript' };
};

const sums = `function sums(rows, limit) {
  const totals = [];
  let count = 0;
  for (const row of rows) {
    const total = row.reduce((sum, value) => sum + value, 0);
    if (total > limit) count += 1;
    totals.push(Math.round(total * 100) / 100);
  }
  totals.sort((a, b) => b - a);
  return { totals, count, best: totals[0] ?? null };
}`;
const renamed = `// What the tables come to.
${sums.replaceAll('rows', 'tables').replaceAll('total', 'all')}`;
const changed = sums.replace('count += 1', 'count += 2');
const other = `function other(word) {
  const letters = new Map();
  for (const letter of word.toLowerCase()) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  while (letters.size > 3) letters.delete(letters.keys().next().value);
  return [...letters].map(([letter, count]) => letter.repeat(count)).join('-');
}`;

function snippets(codes: Readonly<Record<string, string>>): Snippet[] {
  return Object.entries(codes).map(([id, code]) => ({ id, code }));
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** How similar two programs are, found with the lowest of thresholds. */
async function similarityOf(left: string, right: string): Promise<number> {
  const items = snippets({ left, right });
  const [, marked] = await listOf(deduplicate(items, { codeOf, threshold: 0.01 }));
  return marked?.duplicate?.similarity ?? 0;
}

async function marksOf(
  items: Iterable<Snippet>,
  options: DeduplicateOptions<Snippet> = {},
): Promise<unknown[]> {
  const marks: unknown[] = [];
  for await (const { item, duplicate } of deduplicate(items, {
    ...options,
    codeOf: options.codeOf ?? codeOf,
  })) {
    marks.push(duplicate === undefined ? item.id : [item.id, duplicate.kind, duplicate.of]);
  }
  return marks;
}

describe('deduplicate', () => {
  it('gives every item in order, the first of its like unmarked', async () => {
    const items = snippets({ sums, other, renamed, changed });
    expect(await marksOf(items)).toEqual([
      'sums',
      'other',
      ['renamed', 'exact', 'sums'],
      ['changed', 'near', 'sums'],
    ]);
  });

  it('gives the very items, with the similarity of duplicates', async () => {
    const items = snippets({ sums, renamed, changed });
    const marked = await listOf(deduplicate(items, { codeOf }));
    expect(marked.map(({ item }) => items.indexOf(item))).toEqual([0, 1, 2]);
    expect(marked[1]?.duplicate?.similarity).toBe(1);
    expect(marked[2]?.duplicate?.similarity).toBeGreaterThan(0.8);
    expect(marked[2]?.duplicate?.similarity).toBeLessThan(1);
  });

  it('finds only exact duplicates when told so', async () => {
    const items = snippets({ sums, renamed, changed });
    expect(await marksOf(items, { near: false })).toEqual([
      'sums',
      ['renamed', 'exact', 'sums'],
      'changed',
    ]);
  });

  it('finds near duplicates from the threshold on', async () => {
    const items = snippets({ sums, changed });
    const threshold = await similarityOf(sums, changed);
    expect(await marksOf(items, { threshold })).toEqual(['sums', ['changed', 'near', 'sums']]);
    expect(await marksOf(items, { threshold: threshold + 1e-6 })).toEqual(['sums', 'changed']);
  });

  it('takes programs that differ in which variable is where for near duplicates at most', async () => {
    const swapped = sums.replace('b - a', 'a - b');
    expect(await marksOf(snippets({ sums, swapped }), { threshold: 1 })).toEqual([
      'sums',
      ['swapped', 'near', 'sums'],
    ]);
  });

  it('finds a very short function equal, never nearly equal', async () => {
    const items = snippets({ a: 'f = (x) => x + 1', b: 'g = (y) => y + 1', c: 'f = (x) => x - 1' });
    expect(await marksOf(items, { threshold: 0.01 })).toEqual(['a', ['b', 'exact', 'a'], 'c']);
  });

  it('compares with kept items only, so that small changes do not add up', async () => {
    const steps = [sums];
    const changes = [
      ['count += 1', 'count -= 3'],
      ['100) / 100', '7) * 9'],
      ['b - a', 'b / a'],
    ];
    for (const [from = '', to = ''] of changes) steps.push(steps.at(-1)?.replace(from, to) ?? '');
    const items = steps.map((code, index) => ({ id: String(index), code }));
    expect(await marksOf(items, { threshold: 0.8 })).toEqual([
      '0',
      ['1', 'near', '0'],
      '2',
      ['3', 'near', '2'],
    ]);
  });

  it('gives the most similar of the kept items', async () => {
    const far = changed.replace('Math.round(total * 100) / 100', '[total, limit].concat(totals)');
    const threshold = await similarityOf(far, changed);
    expect(await similarityOf(far, sums)).toBeLessThan(threshold);
    expect(await similarityOf(sums, changed)).toBeGreaterThan(threshold);
    expect(await marksOf(snippets({ far, sums, changed }), { threshold })).toEqual([
      'far',
      'sums',
      ['changed', 'near', 'sums'],
    ]);
    expect(await marksOf(snippets({ sums, far, changed }), { threshold })).toEqual([
      'sums',
      'far',
      ['changed', 'near', 'sums'],
    ]);
  });

  it('marks the same in every run, and whatever comes later', async () => {
    const items = Array.from({ length: 300 }, (_, index) => makeFunction(index));
    const marks = await marksOf(items);
    expect(await marksOf(items)).toEqual(marks);
    expect(await marksOf(items.slice(0, 100))).toEqual(marks.slice(0, 100));
  });

  it('finds all renamed and most changed functions among many, and no others', async () => {
    const items = Array.from({ length: 1000 }, (_, index) => makeFunction(index));
    const found = { new: 0, exact: 0, near: 0 };
    for await (const { item, duplicate } of deduplicate(items, { codeOf: (fn) => fn })) {
      if (duplicate === undefined) continue;
      found[item.kind]++;
      if (item.kind !== 'new') expect(duplicate.of).toBe(item.of);
    }
    const planted = (kind: string): number => items.filter((item) => item.kind === kind).length;
    expect(found.new).toBe(0);
    expect(found.exact).toBe(planted('exact'));
    expect(found.exact).toBeGreaterThan(20);
    expect(found.near).toBeGreaterThan(0.7 * planted('near'));
  });

  it('finds no duplicates among the bundled functions', async () => {
    const deduplication = deduplicate(readFunctions(bundledFunctions), { threshold: 0.5 });
    let count = 0;
    for await (const { duplicate } of deduplication) {
      count++;
      expect(duplicate).toBeUndefined();
    }
    expect(count).toBeGreaterThan(80);
  });

  it('finds exact and near duplicates in Python', async () => {
    const lines = Array.from(
      { length: 20 },
      (_, i) => `    total_${i} = base_${i} * ${i} + offset`,
    );
    const code = `def main(offset):\n${lines.join('\n')}\n    return total_1`;
    const items = snippets({
      a: code,
      b: code.replace('* 7', '* 8'),
      c: `# Sums.\n${code.replaceAll('total', 'sum').replaceAll('    ', '\t')}`,
      d: code.replaceAll('*', '-'),
    });
    const marks = await marksOf(items, {
      codeOf: (item) => ({ ...item, language: 'python' }),
    });
    expect(marks).toEqual(['a', ['b', 'near', 'a'], ['c', 'exact', 'a'], 'd']);
  });
});

describe('deduplicate, of functions and what is about them', () => {
  const fn = taxTask('output').function;
  const again: CodeFunction = defineFunction({
    ...fn,
    id: undefined,
    code: fn.code.replaceAll('net', 'price').replace('addTax', 'charge'),
    entrypoint: 'charge',
  });

  it('takes functions, tasks and conversations', async () => {
    const task = taxTask('input', again);
    const conversation = { task, turns: [], outcome: 'unsolved' } as unknown as Conversation;
    const marked = await listOf(deduplicate([fn, task, conversation]));
    const duplicate = { of: fn.id, kind: 'exact', similarity: 1 };
    expect(marked).toEqual([
      { item: fn, duplicate: undefined },
      { item: task, duplicate },
      { item: conversation, duplicate },
    ]);
  });

  it('takes two functions of one program for different ones', async () => {
    const code = `${sums}\n${other}`;
    const functions = ['sums', 'other'].map((entrypoint) =>
      defineFunction({ ...fn, id: undefined, code, entrypoint }),
    );
    const marked = await listOf(deduplicate(functions, { near: false }));
    expect(marked.map(({ duplicate }) => duplicate)).toEqual([undefined, undefined]);
  });

  it('refuses an item without code when it comes to it', async () => {
    const items = [fn, { id: 'x' } as unknown as CodeFunction];
    const marks = deduplicate(items)[Symbol.asyncIterator]();
    expect((await marks.next()).value?.item).toBe(fn);
    await expect(marks.next()).rejects.toThrow(TypeError);
  });
});

describe('deduplicate, as a stream', () => {
  it('reads no more of an infinite source than it is asked for, and closes it', async () => {
    let made = 0;
    let isClosed = false;
    async function* source(): AsyncGenerator<Snippet> {
      try {
        for (;;) yield { id: String(made++), code: sums };
      } finally {
        isClosed = true;
      }
    }
    const deduplication = deduplicate(source(), { codeOf });
    expect(made).toBe(0);
    let count = 0;
    for await (const _ of deduplication) if (++count === 3) break;
    expect([made, isClosed]).toEqual([3, true]);
    expect(deduplication.clusters()).toEqual([
      { kept: '0', duplicates: ['1', '2'].map((id) => ({ id, kind: 'exact', similarity: 1 })) },
    ]);
  });

  it('passes on the error of a source, and keeps the clusters', async () => {
    function* source(): Generator<Snippet> {
      yield* snippets({ sums, renamed });
      throw new Error('disk full');
    }
    const deduplication = deduplicate(source(), { codeOf });
    await expect(listOf(deduplication)).rejects.toThrow('disk full');
    expect(deduplication.clusters()).toHaveLength(1);
  });

  it('lists clusters in the order of the kept items, grown by what has come', async () => {
    const items = snippets({ other, sums, renamed, alone: 'f()', changed, again: other });
    const deduplication = deduplicate(items, { codeOf });
    const seen: number[] = [];
    for await (const _ of deduplication) {
      seen.push(deduplication.clusters().flatMap(({ duplicates }) => duplicates).length);
    }
    expect(seen).toEqual([0, 0, 1, 1, 2, 3]);
    expect(deduplication.clusters()).toMatchObject([
      { kept: 'other', duplicates: [{ id: 'again', kind: 'exact', similarity: 1 }] },
      { kept: 'sums', duplicates: [{ id: 'renamed' }, { id: 'changed', kind: 'near' }] },
    ]);
  });
});

describe('deduplicate, when it is misused', () => {
  it.each([
    ['threshold', 0],
    ['threshold', 1.1],
    ['threshold', Number.NaN],
    ['shingleSize', 0],
    ['hashes', 1.5],
  ])('refuses %s = %s at once', (option, value) => {
    expect(() => deduplicate([], { [option]: value })).toThrow(`${option} must be`);
  });

  it('refuses what cannot be gone through at once', () => {
    expect(() => deduplicate(5 as unknown as CodeFunction[])).toThrow('items must be');
  });
});
