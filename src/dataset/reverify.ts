import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import { describeIssues } from '../data-files/describe-issues.js';
import { CodeIOError } from '../errors/codeio-error.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import type { VerifyOptions } from '../verification/verify.js';
import { checkRow } from './check-row.js';
import { mapConcurrently } from './map-concurrently.js';
import {
  type ClaimingRow,
  type ReverifiableRow,
  readConversationRow,
  requireReverifiable,
} from './reverifiable-row.js';
import type { ReverifiedRow } from './reverified-row.js';
import { createReverifyCounter, type ReverifyReport } from './reverify-report.js';
import { createSchemaStore } from './schema-store.js';

/**
 * How a dataset is verified again. Equality, answer reader, input check and the limits of the sandbox
 * decide verdicts: give what the dataset was made with, or see what others would change.
 */
export interface ReverifyOptions<Row> extends Omit<VerifyOptions, 'checkTruth'> {
  /**
   * Gets out of a row what is to be checked. What it throws is the problem of that row.
   * @defaultValue the row is a `Conversation`, or the JSON text of one
   */
  readonly read?: ((row: Row) => ReverifiableRow) | undefined;
  /**
   * Whether the recorded pair of every row is run, too. An output that was marked right because the
   * recorded one is wrong is found by nothing else.
   * @defaultValue true
   */
  readonly checkTruth?: boolean | undefined;
  /**
   * Rows that are worked on at a time.
   * @defaultValue 64, which keeps the threads of a sandbox busy
   */
  readonly concurrency?: number | undefined;
}

/** All rows of a dataset with what was found, to be gone through once. */
export interface Reverification<Row> extends AsyncIterable<ReverifiedRow<Row>> {
  /** What was found in the rows that have come out so far. */
  report(): ReverifyReport;
  /** Goes through the rows that are left, and reports on all; rejects with what the loop would throw. */
  finish(): Promise<ReverifyReport>;
}

/**
 * Verifies a finished dataset again, without a model: runs the code, judges every reply anew, and
 * compares with what the rows claim. Every row comes out, in order, with what was found: filter them
 * for a cleaned dataset, take the new verdicts, or just ask for the report. Many rows are worked on
 * at a time, and no more are read.
 *
 * Compared are the verdict of each turn (its status, not its details), the outcome of the
 * conversation, the recorded output with what the code returns for the recorded input, and the
 * task's id with the hash of its content. Not compared are prompts and feedback: feedback to a turn
 * whose verdict changes no longer follows from it, and a conversation may go on after a turn that
 * is now right. A row that cannot be read or run is marked, and stops no other.
 *
 * When the recorded output cannot be reproduced, everything that was judged by it is
 * `unverifiable`. A predicted input that leads to the wanted output stays right.
 *
 * @param rows - Conversations, as `readJsonl` gives them with exact numbers, or their lines; any others
 * with `read`. `readJsonl` ends at a line that is not JSON; a line given as text is marked.
 * @throws TypeError for misuse; while going through, the signal's reason, an error of the source,
 * SandboxClosedError and SandboxStartError.
 *
 * @example
 * ```ts
 * const rows = reverify(readJsonl<Conversation>('conversations.jsonl'), { sandbox });
 * async function* clean() {
 *   for await (const { status, row } of rows) if (status === 'agreeing') yield row;
 * }
 * await writeJsonl('clean.jsonl', clean());
 * console.log(rows.report());
 * ```
 */
export function reverify<Row>(
  rows: Items<Row>,
  options: ReverifyOptions<Row>,
): Reverification<Row> {
  const { sandbox, read, signal } = options ?? {};
  if (typeof sandbox?.run !== 'function') throw optionError('sandbox', 'a sandbox', sandbox);
  if (read !== undefined && typeof read !== 'function') {
    throw optionError('read', 'a function', read);
  }
  const source = requireItems('rows', rows);
  const window = requireInteger('concurrency', options.concurrency ?? 64, 1);
  const counter = createReverifyCounter();
  let status: ReverifyReport['status'] = 'running';
  let startedAt: number | undefined;
  let endedAt: number | undefined;

  async function* results(): AsyncGenerator<ReverifiedRow<Row>, void, undefined> {
    startedAt = performance.now();
    const leaving = new AbortController();
    const stop = signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]);
    // Every row listens to it: many listeners are no leak here.
    setMaxListeners(0, stop);
    const check = createCheck({ ...options, signal: stop });
    try {
      const onLeave = (): void => leaving.abort();
      const found = mapConcurrently(withNumbers(source), check, {
        window,
        order: 'source',
        stop,
        onLeave,
      });
      for await (const row of found) {
        counter.count(row);
        yield row;
      }
      signal?.throwIfAborted();
      status = 'complete';
    } finally {
      if (status !== 'complete') status = 'stopped';
      endedAt = performance.now();
    }
  }
  const all = results();
  const report = (): ReverifyReport => {
    const nowMs = endedAt ?? performance.now();
    return { status, ...counter.report(), durationMs: nowMs - (startedAt ?? nowMs) };
  };
  return {
    [Symbol.asyncIterator]: () => all,
    report,
    async finish() {
      while (!(await all.next()).done);
      return report();
    },
  };
}

interface NumberedRow<Row> {
  readonly row: Row;
  readonly number: number;
}

/** Numbers rows from 1. Blank lines are counted, so that numbers are those of lines, and passed over. */
async function* withNumbers<Row>(rows: Items<Row>): AsyncGenerator<NumberedRow<Row>> {
  let number = 0;
  for await (const row of rows) {
    number++;
    if (typeof row !== 'string' || row.trim() !== '') yield { row, number };
  }
}

/** Makes what checks one row. */
function createCheck<Row>(
  options: ReverifyOptions<Row> & { readonly signal: AbortSignal },
): (numbered: NumberedRow<Row>) => Promise<ReverifiedRow<Row>> {
  const { read, signal } = options;
  const withKnownSchema = createSchemaStore();
  const readRow = (row: Row): ClaimingRow =>
    read === undefined ? readConversationRow(row) : requireReverifiable(read(row));
  return async ({ row, number }) => {
    try {
      const claiming = readRow(row);
      const found = await checkRow(claiming, withKnownSchema(claiming.task), options);
      return { ...found, number, row };
    } catch (error) {
      if (signal.aborted || endsAll(error)) throw error;
      const problem = describeProblem(error);
      return { status: 'unreadable', number, row, problem };
    }
  };
}

/** A reader of other rows may well check them with zod, whose own message is a page of JSON. */
function describeProblem(error: unknown): string {
  if (error instanceof z.ZodError) return describeIssues(error);
  return error instanceof Error ? error.message : String(error);
}

function endsAll(error: unknown): boolean {
  return (
    CodeIOError.isInstance(error) &&
    (error.code === 'sandbox-closed' || error.code === 'sandbox-start')
  );
}
