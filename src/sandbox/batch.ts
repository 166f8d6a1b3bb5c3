import type { Call } from './call.js';
import type { GuestReport } from './guest-report.js';
import type { PreparedProgram } from './prepared-program.js';

/**
 * Calls for a worker to make, in columns: a message of few large values crosses a thread much
 * faster than one of many small ones.
 */
export interface Batch {
  /** Place of the first call on the claim board; the others follow. */
  readonly firstPlace: number;
  /** Each program of the batch once. */
  readonly programs: readonly PreparedProgram[];
  /** For each call the index of its program. */
  readonly programIndexes: readonly number[];
  /** A line for each call: JSON text has no line breaks of its own. */
  readonly inputLines: string;
  readonly seeds: readonly number[];
  readonly nowsMs: readonly number[];
}

/** Packs calls for a message. */
export function packBatch(calls: readonly Call[], firstPlace: number): Batch {
  const indexes = new Map<PreparedProgram, number>();
  const programIndexes = calls.map(({ program }) => {
    const index = indexes.get(program) ?? indexes.size;
    indexes.set(program, index);
    return index;
  });
  return {
    firstPlace,
    programs: [...indexes.keys()],
    programIndexes,
    inputLines: calls.map(({ inputText }) => inputText).join('\n'),
    seeds: calls.map(({ seed }) => seed),
    nowsMs: calls.map(({ nowMs }) => nowMs),
  };
}

/** Unpacks the calls of a message. */
export function unpackBatch(batch: Batch): Call[] {
  const inputTexts = batch.inputLines.split('\n');
  return batch.programIndexes.map((programIndex, index) => ({
    program: batch.programs[programIndex] as PreparedProgram,
    inputText: inputTexts[index] as string,
    seed: batch.seeds[index] as number,
    nowMs: batch.nowsMs[index] as number,
    // They are always counted; whether the caller gets to see them is not the worker's affair.
    countOperations: false,
  }));
}

/** Reports of calls, in the order of the calls and in columns. */
export interface PackedReports {
  /** A line for each report; an empty one for a call that was taken away. */
  readonly lines: string;
  readonly steps: readonly number[];
  readonly operations: readonly number[];
}

/** Packs reports for a message; `undefined` stands for a call that was taken away. */
export function packReports(reports: readonly (GuestReport | undefined)[]): PackedReports {
  return {
    lines: reports.map((report) => report?.text ?? '').join('\n'),
    steps: reports.map((report) => report?.steps ?? 0),
    operations: reports.map((report) => report?.operations ?? 0),
  };
}

/** Unpacks the reports of a message. */
export function unpackReports(packed: PackedReports): (GuestReport | undefined)[] {
  const { operations } = packed;
  const texts = packed.lines.split('\n');
  return packed.steps.map((steps, index) => {
    const text = texts[index];
    return text ? { text, steps, operations: operations[index] as number } : undefined;
  });
}
