import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseSplit } from '../../src/curation/choose-split.js';
import { splitByFunction } from '../../src/curation/split-by-function.js';
import { type CodeFunction, createTasks } from '../../src/index.js';
import { addTax, taxTask } from '../support/fixtures.js';

const functions: readonly CodeFunction[] = Array.from({ length: 40 }, (_, index) => ({
  ...addTax,
  id: `function ${index}`,
}));

describe('splitByFunction', () => {
  it('puts all items about a function on the side of its id, in the order of the stream', async () => {
    const pairs = [1, 2, 3].map((net) => ({ input: { net, rate: 0 }, output: { gross: net } }));
    const tasks = functions.flatMap((fn) => createTasks(fn, pairs));
    const options = { test: 0.4, validation: 0.3 };
    const result = [];
    for await (const each of splitByFunction(tasks, options)) result.push(each);
    expect(result.map(({ item }) => item)).toEqual(tasks);
    for (const { item, split } of result) {
      expect(split).toBe(chooseSplit(item.function.id, options));
    }
    expect(new Set(result.map(({ split }) => split)).size).toBe(3);
  });

  it('puts an item on the same side whatever else is in the stream', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...functions]), async (some) => {
        for await (const { item, split } of splitByFunction(some, { test: 0.5 })) {
          expect(split).toBe(chooseSplit(item.id, { test: 0.5 }));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keeps more together by another key', async () => {
    const rows = Array.from({ length: 60 }, (_, id) => ({ id, cluster: `cluster ${id % 6}` }));
    const keyOf = (row: { cluster: string }) => row.cluster;
    const sides = new Map<string, Set<string>>();
    for await (const { item, split } of splitByFunction(rows, { test: 0.5, keyOf })) {
      sides.set(item.cluster, (sides.get(item.cluster) ?? new Set()).add(split));
    }
    expect(sides.size).toBe(6);
    for (const splits of sides.values()) expect(splits.size).toBe(1);
  });

  it('yields an item before it asks for the next, and closes a stream that is left', async () => {
    const events: string[] = [];
    async function* read() {
      try {
        for (const fn of functions) {
          events.push(`read ${fn.id}`);
          yield fn;
        }
      } finally {
        events.push('closed');
      }
    }
    for await (const { item } of splitByFunction(read())) {
      events.push(`got ${item.id}`);
      if (item.id === 'function 1') break;
    }
    expect(events).toEqual([
      'read function 0',
      'got function 0',
      'read function 1',
      'got function 1',
      'closed',
    ]);
  });

  it('refuses misuse at once', () => {
    expect(() => splitByFunction([addTax], { test: 2 })).toThrow('test must be');
    for (const items of ['text', undefined, 7]) {
      expect(() => splitByFunction(items as never)).toThrow('items must be an iterable');
    }
  });

  it('refuses an item without a key when it comes', async () => {
    const items = splitByFunction([addTax, { name: 'row' }] as never);
    await expect(items.next()).resolves.toMatchObject({ value: { item: addTax } });
    await expect(items.next()).rejects.toThrow('item must be');
    const keyOf = () => undefined as never;
    await expect(splitByFunction([taxTask('output')], { keyOf }).next()).rejects.toThrow(
      new TypeError('key must be a string, got undefined'),
    );
  });
});
