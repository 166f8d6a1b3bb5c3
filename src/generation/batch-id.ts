import type { PlannedPrediction } from '../core/planned-prediction.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { contentHash } from '../values/content-hash.js';

/** Which planned call a response belongs to. */
export type BatchKey = Pick<PlannedPrediction, 'taskId' | 'sample' | 'turn'>;

/** The strictest provider takes 1 to 64 letters, digits, `_` and `-`. */
const longestId = 64;
const largestNumber = 999_999_999;

/** `_` begins an escape: the code of a UTF-16 unit as four hexadecimal digits. */
const unsafe = /[^A-Za-z0-9-]/g;
const form = /^((?:[A-Za-z0-9-]|_[0-9a-f]{4})+)-s(0|[1-9]\d{0,8})-t([1-9]\d{0,8})$/;

/**
 * Makes the custom id of a planned call, such as `<task id>-s0-t1`: the id with which batch files
 * and batch APIs tell requests apart. Different calls have different ids. At most 64 letters,
 * digits, `_` and `-`, which every provider takes; other characters of a task id are escaped, and a
 * task id that would make it too long is replaced by its hash.
 *
 * @throws TypeError for an empty task id, and for a sample or turn out of range.
 */
export function batchId({ taskId, sample, turn }: BatchKey): string {
  if (typeof taskId !== 'string' || taskId === '') {
    throw optionError('taskId', 'a string that is not empty', taskId);
  }
  requireInteger('sample', sample, 0, largestNumber);
  requireInteger('turn', turn, 1, largestNumber);
  const call = `-s${sample}-t${turn}`;
  const escaped = taskId.replace(
    unsafe,
    (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  // No escape begins with `_h`, so a hash is never taken for a task id.
  const name = escaped.length + call.length > longestId ? `_h${contentHash(taskId)}` : escaped;
  return name + call;
}

/**
 * Reads a custom id that {@link batchId} made.
 *
 * @returns `undefined` for any other text, and for the custom id of a task id that is too long to be
 * spelled out; the ids that `createTasks` makes never are. For long task ids keep a `Map` from
 * custom id to call.
 */
export function readBatchId(customId: string): BatchKey | undefined {
  if (customId.length > longestId) return undefined;
  const [, name, sample, turn] = form.exec(customId) ?? [];
  if (name === undefined) return undefined;
  const taskId = name.replace(/_(.{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const key = { taskId, sample: Number(sample), turn: Number(turn) };
  return batchId(key) === customId ? key : undefined;
}
