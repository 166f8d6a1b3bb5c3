import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import { stringifyJson } from '../values/stringify-json.js';
import type { BatchRequest } from './to-batch-requests.js';

/** What one batch file may hold. */
export interface ShardBatchOptions {
  /**
   * Requests at most.
   * @defaultValue 50_000, the limit of OpenAI
   */
  readonly maxRequests?: number | undefined;
  /**
   * Bytes at most, line ends included.
   * @defaultValue 200_000_000, the limit of OpenAI
   */
  readonly maxBytes?: number | undefined;
}

/** A part of a batch that fits into one file. */
export interface BatchShard {
  /** Its number, from 1. */
  readonly number: number;
  /** Its requests, to be read before the next shard is asked for. */
  readonly requests: AsyncIterable<BatchRequest>;
}

/** A request with the length of its line. */
interface Measured {
  readonly request: BatchRequest;
  readonly bytes: number;
}

/**
 * Divides a batch into parts that fit into one file each, in order, without holding more than one
 * request.
 *
 * @throws TypeError at once for a limit out of range, and on the way for a request that is larger
 * than `maxBytes`, or when a shard is asked for before the last one was read to its end.
 *
 * @example
 * ```ts
 * for await (const { number, requests } of shardBatch(toBatchRequests(tasks, { modelId }))) {
 *   await writeJsonl(`batch-${number}.jsonl`, requests);
 * }
 * ```
 */
export function shardBatch(
  requests: Items<BatchRequest>,
  options: ShardBatchOptions = {},
): AsyncGenerator<BatchShard, void, undefined> {
  const maxRequests = requireInteger('maxRequests', options.maxRequests ?? 50_000, 1);
  const maxBytes = requireInteger('maxBytes', options.maxBytes ?? 200_000_000, 1);
  return divide(measure(requireItems('requests', requests), maxBytes), maxRequests, maxBytes);
}

async function* measure(
  requests: Items<BatchRequest>,
  maxBytes: number,
): AsyncGenerator<Measured, void, undefined> {
  for await (const request of requests) {
    const bytes = Buffer.byteLength(stringifyJson(request)) + 1;
    if (bytes > maxBytes) {
      throw new TypeError(
        `request ${request.custom_id} takes ${bytes} bytes, more than maxBytes (${maxBytes})`,
      );
    }
    yield { request, bytes };
  }
}

async function* divide(
  source: AsyncGenerator<Measured, void, undefined>,
  maxRequests: number,
  maxBytes: number,
): AsyncGenerator<BatchShard, void, undefined> {
  const advance = async (): Promise<Measured | undefined> =>
    (await source.next()).value ?? undefined;
  async function* takeShard(): AsyncGenerator<BatchRequest, void, undefined> {
    let left = maxBytes;
    for (let count = 0; count < maxRequests && next !== undefined; count++) {
      const { request, bytes } = next;
      if (bytes > left) break;
      left -= bytes;
      yield request;
      next = await advance();
    }
    isRead = true;
  }
  let next: Measured | undefined;
  let isRead = true;
  try {
    next = await advance();
    for (let number = 1; next !== undefined; number++) {
      isRead = false;
      yield { number, requests: takeShard() };
      if (!isRead) throw new TypeError(`shard ${number} has to be read before the next one`);
    }
  } finally {
    await source.return();
  }
}
