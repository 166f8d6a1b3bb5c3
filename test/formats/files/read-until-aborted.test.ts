import { describe, expect, it } from 'vitest';
import { readUntilAborted } from '../../../src/formats/files/read-until-aborted.js';

async function collect(items: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('readUntilAborted', () => {
  it('reads what can be read one by one, with a signal and without', async () => {
    const { signal } = new AbortController();
    expect(await collect(readUntilAborted([1, 2], undefined))).toEqual([1, 2]);
    expect(await collect(readUntilAborted(new Set([1, 2]), signal))).toEqual([1, 2]);
    expect(await collect(readUntilAborted(readUntilAborted([1, 2], signal), signal))).toEqual([
      1, 2,
    ]);
  });

  it('closes the source when the reader leaves', async () => {
    const { signal } = new AbortController();
    let isClosed = false;
    function* source(): Generator<number> {
      try {
        yield 1;
        yield 2;
      } finally {
        isClosed = true;
      }
    }
    for await (const item of readUntilAborted(source(), signal)) if (item === 1) break;
    expect(isClosed).toBe(true);
  });

  it('passes on the error of the source', async () => {
    const { signal } = new AbortController();
    function* source(): Generator<number> {
      yield 1;
      throw new Error('broken');
    }
    await expect(collect(readUntilAborted(source(), signal))).rejects.toThrow('broken');
  });

  it('ends between two items of a source that knows no signals', async () => {
    const controller = new AbortController();
    function* endless(): Generator<number> {
      for (let number = 0; ; number++) yield number;
    }
    const seen: number[] = [];
    const reading = (async () => {
      for await (const item of readUntilAborted(endless(), controller.signal)) {
        seen.push(item);
        if (item === 3) controller.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});
