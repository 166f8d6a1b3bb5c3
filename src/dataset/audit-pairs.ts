import { setMaxListeners } from 'node:events';
import type { FunctionPairs } from '../core/function-pairs.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import type { AuditRow } from '../functions/audit-row.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import type { EqualityOptions } from '../values/is-equal.js';
import { type Items, requireItems } from '../values/items.js';
import { type AuditJob, auditJobs, runAuditJob } from './audit-jobs.js';
import { type AuditSummary, createAuditCounter } from './audit-summary.js';
import { mapConcurrently } from './map-concurrently.js';

/** How recorded pairs are audited. */
export interface AuditPairsOptions {
  /** Where the code runs. */
  readonly sandbox: Sandbox;
  /**
   * Decides the random numbers that the functions get: same seed, same rows.
   * @defaultValue 0
   */
  readonly seed?: number | undefined;
  /**
   * Pairs that are worked on at a time.
   * @defaultValue 64, which keeps the threads of a sandbox busy
   */
  readonly concurrency?: number | undefined;
  /**
   * When what the code returns counts as the recorded output.
   * @defaultValue the tolerant rule of `isEqual`
   */
  readonly equality?: EqualityOptions | undefined;
  /** Stops the audit. */
  readonly signal?: AbortSignal | undefined;
  /** Told after each function where the audit stands. */
  readonly onProgress?: ((summary: AuditSummary) => void) | undefined;
}

/** All pairs with what was found, to be gone through once. */
export interface PairAudit extends AsyncIterable<AuditRow> {
  /** What was found in the rows that have come out so far. */
  summary(): AuditSummary;
  /** Goes through the rows that are left, and sums up all; rejects with what the loop would throw. */
  finish(): Promise<AuditSummary>;
}

/**
 * Runs recorded pairs again, without a model, and says of each whether the code returns the recorded
 * output: twice under different random seeds and clocks, each time from the JSON text of the
 * recorded input. Rows come in order, those of a function together when all its pairs have been run;
 * many pairs are worked on at a time, and no more are read.
 *
 * Data that was recorded by calling a function and then writing down its input and output holds inputs
 * that the call had changed. Where a pair is not reproduced, the function is therefore called once
 * more and its arguments are looked at afterwards. When one pair shows that it changes them, all its
 * pairs that are not reproduced are `mutated-input`: what is recorded may well be an input that has
 * nothing left to change.
 *
 * @param functions - Functions with their pairs, as `readCodeIORaw` reads them, or with those that
 * `collectPairs` found.
 * @throws TypeError for misuse; while going through, also for a language that the sandbox does not run,
 * the signal's reason, an error of the source, SandboxClosedError and SandboxStartError.
 *
 * @example
 * ```ts
 * const audit = auditPairs(readCodeIORaw('raw.jsonl.gz'), { sandbox: createPythonSandbox() });
 * await writeJsonl('audit.jsonl', audit);
 * console.log(formatAudit(audit.summary()));
 * ```
 */
export function auditPairs(functions: Items<FunctionPairs>, options: AuditPairsOptions): PairAudit {
  const { sandbox, equality, signal, onProgress } = options ?? {};
  if (typeof sandbox?.run !== 'function') throw optionError('sandbox', 'a sandbox', sandbox);
  const source = requireItems('functions', functions);
  const seed = requireInteger('seed', options.seed ?? 0, 0, 2 ** 32 - 1);
  const window = requireInteger('concurrency', options.concurrency ?? 64, 1);
  const counter = createAuditCounter();
  let status: AuditSummary['status'] = 'running';
  let startedAt: number | undefined;
  let endedAt: number | undefined;

  async function* rows(): AsyncGenerator<AuditRow, void, undefined> {
    startedAt = performance.now();
    const leaving = new AbortController();
    const stop = signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]);
    // Every pair listens to it: many listeners are no leak here.
    setMaxListeners(0, stop);
    const settings = { sandbox, seed, equality, signal: stop };
    const run = (job: AuditJob): Promise<AuditRow | undefined> => runAuditJob(job, settings);
    try {
      const found = mapConcurrently(auditJobs(source, settings), run, {
        window,
        order: 'source',
        stop,
        onLeave: () => leaving.abort(),
      });
      let ofFunction: AuditRow[] = [];
      for await (const row of found) {
        if (row !== undefined) {
          ofFunction.push(row);
          continue;
        }
        const finished = shareMutation(ofFunction);
        ofFunction = [];
        for (const one of finished) {
          counter.countPair(one);
          yield one;
        }
        counter.countFunction(finished);
        onProgress?.(summary());
      }
      signal?.throwIfAborted();
      status = 'complete';
    } finally {
      if (status !== 'complete') status = 'stopped';
      endedAt = performance.now();
    }
  }

  const all = rows();
  const summary = (): AuditSummary => {
    const nowMs = endedAt ?? performance.now();
    return { status, ...counter.summary(), durationMs: nowMs - (startedAt ?? nowMs) };
  };
  return {
    [Symbol.asyncIterator]: () => all,
    summary,
    async finish() {
      while (!(await all.next()).done);
      return summary();
    },
  };
}

/** What one pair shows of a function holds for its other pairs that were not reproduced. */
function shareMutation(rows: readonly AuditRow[]): readonly AuditRow[] {
  if (!rows.some(({ status }) => status === 'mutated-input')) return rows;
  return rows.map((row) =>
    row.status === 'wrong-output' ? { ...row, status: 'mutated-input' } : row,
  );
}
