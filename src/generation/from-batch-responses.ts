import type { BatchResponse, BatchResult, UnreadableBatchLine } from '../core/batch-result.js';
import { type Items, requireItems } from '../values/items.js';
import { parseJson } from '../values/parse-json.js';
import {
  type BatchResultOptions,
  collectBatchResults,
  requireExpected,
} from './collect-batch-results.js';
import { readBatchLine } from './read-batch-line.js';

/**
 * Reads the responses of a batch, in whichever order they come: of OpenAI's batch API, of vLLM's
 * `run-batch`, of SGLang and their likes. OpenAI puts the failed requests into a file of their own:
 * give the lines of both, one after the other.
 *
 * Nothing is passed over in silence. Each request has one result: `replied`, `failed` with the
 * reason, or, with `expected`, `missing` at the end. Whatever else the lines hold is `duplicate`,
 * `unknown` or `unreadable`. A reply that was cut off, or holds no text, is `failed`, as in a single
 * call.
 *
 * @param lines - Rows as `readJsonl` gives them, or lines of text. Empty lines are passed over, and
 * of several choices the first is read.
 * @throws TypeError at once for misuse.
 *
 * @example
 * ```ts
 * for await (const result of fromBatchResponses(readJsonl('responses.jsonl'))) {
 *   if (result.status === 'replied') replies.set(result.customId, result.reply);
 * }
 * ```
 */
export function fromBatchResponses(
  lines: Items<unknown>,
  options: BatchResultOptions = {},
): AsyncGenerator<BatchResult, void, undefined> {
  const rows = readLines(requireItems('lines', lines));
  return collectBatchResults(rows, requireExpected(options));
}

type Line = BatchResponse | UnreadableBatchLine;

async function* readLines(lines: Items<unknown>): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (typeof line !== 'string') yield readBatchLine(line, number);
    else if (line.trim() !== '') yield readText(line, number);
  }
}

function readText(text: string, line: number): Line {
  let row: unknown;
  try {
    row = parseJson(text);
  } catch (error) {
    return { status: 'unreadable', line, problem: (error as Error).message };
  }
  return readBatchLine(row, line);
}
