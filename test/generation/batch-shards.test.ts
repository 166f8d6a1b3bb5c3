import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShardBatchOptions, shardBatch } from '../../src/generation/shard-batch.js';
import type { BatchRequest } from '../../src/generation/to-batch-requests.js';
import { collect } from '../support/collect.js';

const request = (number: number, text = ''): BatchRequest => ({
  custom_id: `${number}`,
  method: 'POST',
  url: '/v1/chat/completions',
  body: { text },
});
const lengthOf = (one: BatchRequest) => Buffer.byteLength(`${JSON.stringify(one)}\n`);

async function divide(requests: readonly BatchRequest[], options?: ShardBatchOptions) {
  const shards: BatchRequest[][] = [];
  for await (const { number, requests: part } of shardBatch(requests, options)) {
    expect(number).toBe(shards.length + 1);
    shards.push(await collect(part));
  }
  return shards;
}

describe('shards of a batch', () => {
  it('keep every request and the order, each within both limits and none smaller than it must be', async () => {
    const texts = fc.array(fc.string({ maxLength: 30, unit: 'grapheme' }));
    const limits = fc.record({
      maxRequests: fc.integer({ min: 1, max: 5 }),
      maxBytes: fc.integer({ min: 400, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(texts, limits, async (all, { maxRequests, maxBytes }) => {
        const requests = all.map((text, index) => request(index, text));
        fc.pre(requests.every((one) => lengthOf(one) <= maxBytes));
        const shards = await divide(requests, { maxRequests, maxBytes });
        expect(shards.flat()).toEqual(requests);
        for (const [index, shard] of shards.entries()) {
          const bytes = shard.reduce((sum, one) => sum + lengthOf(one), 0);
          expect(bytes).toBeLessThanOrEqual(maxBytes);
          expect(shard.length).toBeLessThanOrEqual(maxRequests);
          const next = shards[index + 1]?.[0];
          if (next === undefined) continue;
          expect(shard.length === maxRequests || bytes + lengthOf(next) > maxBytes).toBe(true);
        }
      }),
    );
  });

  it('are cut at 50,000 requests', async () => {
    const requests = Array.from({ length: 50_001 }, (_, index) => request(index));
    expect((await divide(requests)).map(({ length }) => length)).toEqual([50_000, 1]);
  });

  it('are none for an empty batch', async () => {
    expect(await divide([])).toEqual([]);
  });

  it('hold one request ahead and no more, and close the source when they are left', async () => {
    let made = 0;
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield request(made++);
      } finally {
        isClosed = true;
      }
    }
    for await (const { requests } of shardBatch(endless(), { maxRequests: 10 })) {
      await collect(requests);
      break;
    }
    expect(made).toBe(11);
    expect(isClosed).toBe(true);
  });

  it('have to be read before the next one', async () => {
    const shards = shardBatch([request(1), request(2)], { maxRequests: 1 });
    await shards.next();
    await expect(shards.next()).rejects.toThrow('shard 1 has to be read before the next one');
  });

  it('cannot hold a request that is larger than a file may be', async () => {
    await expect(divide([request(1, 'x'.repeat(200))], { maxBytes: 100 })).rejects.toThrow(
      'request 1 takes 282 bytes, more than maxBytes (100)',
    );
    expect(() => shardBatch([], { maxRequests: 0 })).toThrow(TypeError);
  });
});
