import type { BatchResponse, BatchResult, UnreadableBatchLine } from '../core/batch-result.js';
import { optionError } from '../errors/option-error.js';

/** What is known about the requests of a batch when its responses are read. */
export interface BatchResultOptions {
  /**
   * The custom ids of the requests that were made. With them, responses to other requests are
   * `unknown`, and requests without a response are `missing`.
   * @defaultValue not known: any custom id is welcome, none is missed
   */
  readonly expected?: Iterable<string> | undefined;
}

/** Refuses custom ids that are none, and copies the others. */
export function requireExpected({ expected }: BatchResultOptions): Set<string> | undefined {
  if (expected === undefined) return undefined;
  if (typeof expected !== 'object' || expected === null || !(Symbol.iterator in expected)) {
    throw optionError('expected', 'an iterable of custom ids', expected);
  }
  return new Set(expected);
}

/**
 * Passes on the responses of a batch as they come, the first to each request as it is and what is
 * wrong with the others; then tells which requests have none. Keeps nothing but custom ids.
 */
export async function* collectBatchResults(
  lines: AsyncIterable<BatchResponse | UnreadableBatchLine>,
  expected: Set<string> | undefined,
): AsyncGenerator<BatchResult, void, undefined> {
  const seen = new Set<string>();
  for await (const line of lines) {
    if (line.status === 'unreadable') {
      yield line;
      continue;
    }
    const { customId } = line;
    const isExpected = expected === undefined || expected.has(customId);
    if (!isExpected) yield { status: 'unknown', customId, response: line };
    else if (seen.has(customId)) yield { status: 'duplicate', customId, response: line };
    else yield line;
    seen.add(customId);
  }
  for (const customId of expected ?? []) {
    if (!seen.has(customId)) yield { status: 'missing', customId };
  }
}
