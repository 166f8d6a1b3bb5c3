import { setImmediate as tick } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapConcurrently } from '../../src/dataset/map-concurrently.js';

const never = new AbortController().signal;
const nothing = (): void => {};

/** Results that are settled by hand. */
function createDesk() {
  const open = new Map<number, (value: number) => void>();
  return {
    open,
    work: (item: number) => new Promise<number>((resolve) => open.set(item, resolve)),
    settle(item: number) {
      open.get(item)?.(item);
      open.delete(item);
    },
  };
}

describe('mapConcurrently', () => {
  it('yields every result once, in either order, whatever finishes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom('finished' as const, 'source' as const),
        async (delays, window, order) => {
          let working = 0;
          const results: number[] = [];
          const work = async (index: number): Promise<number> => {
            expect(++working).toBeLessThanOrEqual(window);
            for (let turn = 0; turn < (delays[index] ?? 0); turn++) await tick();
            working--;
            return index;
          };
          const items = delays.keys();
          const mapped = mapConcurrently(items, work, {
            window,
            order,
            stop: never,
            onLeave: nothing,
          });
          for await (const result of mapped) results.push(result);
          const all = [...delays.keys()];
          expect(order === 'source' ? results : results.toSorted((a, b) => a - b)).toEqual(all);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('yields what is finished first, first', async () => {
    const desk = createDesk();
    const options = { window: 3, order: 'finished', stop: never, onLeave: nothing } as const;
    const mapped = mapConcurrently([1, 2, 3], desk.work, options);
    const first = mapped.next();
    await tick();
    desk.settle(2);
    expect((await first).value).toBe(2);
    desk.settle(3);
    desk.settle(1);
    expect((await mapped.next()).value).toBe(3);
    expect((await mapped.next()).value).toBe(1);
    expect((await mapped.next()).done).toBe(true);
  });

  it('reads no more of the source than fits into the window while the consumer takes its time', async () => {
    let read = 0;
    function* source(): Generator<number> {
      for (;;) yield read++;
    }
    const options = { window: 5, order: 'finished', stop: never, onLeave: nothing } as const;
    const mapped = mapConcurrently(source(), async (item) => item, options);
    await mapped.next();
    for (let turn = 0; turn < 50; turn++) await tick();
    expect(read).toBeLessThanOrEqual(7);
    await mapped.return();
  });

  it('throws what the source throws, after the results of what was begun', async () => {
    function* source(): Generator<number> {
      yield 1;
      yield 2;
      throw new RangeError('no more');
    }
    const results: number[] = [];
    const options = { window: 5, order: 'finished', stop: never, onLeave: nothing } as const;
    const mapped = mapConcurrently(source(), async (item) => item, options);
    await expect(async () => {
      for await (const result of mapped) results.push(result);
    }).rejects.toThrow('no more');
    expect(results).toEqual([1, 2]);
  });

  it('throws what the work throws, after the results of what was begun', async () => {
    const results: number[] = [];
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new RangeError('item 2');
      await tick();
      return item;
    };
    const options = { window: 3, order: 'source', stop: never, onLeave: nothing } as const;
    const mapped = mapConcurrently([1, 2, 3, 4, 5, 6, 7, 8, 9], work, options);
    await expect(async () => {
      for await (const result of mapped) results.push(result);
    }).rejects.toThrow('item 2');
    expect(results.slice(0, 2)).toEqual([1, 3]);
    expect(results.length).toBeLessThan(6);
  });

  it('begins nothing after a stop, and ends although the source hangs', async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    async function* source(): AsyncGenerator<number> {
      yield 1;
      yield 2;
      await new Promise(() => {});
    }
    const work = async (item: number): Promise<number> => {
      begun.push(item);
      return item;
    };
    const options = { window: 9, order: 'finished', stop: stop.signal, onLeave: nothing } as const;
    const mapped = mapConcurrently(source(), work, options);
    expect((await mapped.next()).value).toBe(1);
    expect((await mapped.next()).value).toBe(2);
    const last = mapped.next();
    stop.abort();
    expect((await last).done).toBe(true);
    expect(begun).toEqual([1, 2]);
  });

  it('tells when the consumer leaves, and waits for what is in flight', async () => {
    const desk = createDesk();
    const stop = new AbortController();
    let hasLeft = false;
    const options = {
      window: 4,
      order: 'finished',
      stop: stop.signal,
      onLeave() {
        hasLeft = true;
        stop.abort();
      },
    } as const;
    const mapped = mapConcurrently([1, 2, 3, 4, 5, 6], desk.work, options);
    const first = mapped.next();
    await tick();
    desk.settle(1);
    await first;
    let isBack = false;
    const left = mapped.return().then(() => {
      isBack = true;
    });
    await tick();
    expect(hasLeft).toBe(true);
    expect(isBack).toBe(false);
    for (const item of [...desk.open.keys()]) desk.settle(item);
    await left;
    expect(desk.open.size).toBe(0);
  });
});
