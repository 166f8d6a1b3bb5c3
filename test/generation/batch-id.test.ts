import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchKey, batchId, readBatchId } from '../../src/generation/batch-id.js';
import { taxTask } from '../support/fixtures.js';

const number = (minimum: number) => fc.integer({ min: minimum, max: 999_999_999 });
const taskId = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  // What looks like the end of an id, an escape or a hash is where ids could run into each other.
  fc
    .array(fc.constantFrom('a', '-s0-t1', '_0061', '_', '_h', '-', 'é', '0'), { minLength: 1 })
    .map((parts) => parts.join('')),
  fc.string({ minLength: 40, maxLength: 200 }),
);
const key: fc.Arbitrary<BatchKey> = fc.record({ taskId, sample: number(0), turn: number(1) });

describe('the custom id of a planned call', () => {
  it('shows task, sample and turn', () => {
    const { id } = taxTask('output');
    expect(batchId({ taskId: id, sample: 3, turn: 2 })).toBe(`${id}-s3-t2`);
    expect(batchId({ taskId: 'tax/é_1', sample: 0, turn: 1 })).toBe('tax_002f_00e9_005f1-s0-t1');
  });

  it('is one that every provider takes, whatever the task id', () => {
    fc.assert(fc.property(key, (one) => /^[A-Za-z0-9_-]{1,64}$/.test(batchId(one))));
  });

  it('is different for different calls', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const isSame =
          one.taskId === other.taskId && one.sample === other.sample && one.turn === other.turn;
        expect(batchId(one) === batchId(other)).toBe(isSame);
      }),
      {
        examples: [
          [
            { taskId: 'a', sample: 0, turn: 1 },
            { taskId: '_0061', sample: 0, turn: 1 },
          ],
        ],
      },
    );
  });

  it('is read back, unless the task id was too long to be spelled out', () => {
    fc.assert(
      fc.property(key, (one) => {
        const customId = batchId(one);
        const expected = customId.startsWith('_h') ? undefined : one;
        expect(readBatchId(customId)).toEqual(expected);
      }),
    );
    const long = { taskId: 'a'.repeat(59), sample: 0, turn: 1 };
    expect(readBatchId(batchId(long))).toBeUndefined();
    expect(readBatchId(batchId({ ...long, taskId: 'a'.repeat(58) }))?.taskId).toHaveLength(58);
  });

  it('is read from nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readBatchId(text);
        expect(read === undefined || batchId(read) === text).toBe(true);
      }),
    );
    const others = ['', 'request-1', 'a-s0', 'a-s01-t1', 'a-s0-t0', '_0061-s0-t1', '_-s0-t1'];
    for (const text of others) expect(readBatchId(text)).toBeUndefined();
  });

  it('is refused to an empty task id and to numbers out of range', () => {
    expect(() => batchId({ taskId: '', sample: 0, turn: 1 })).toThrow(
      new TypeError('taskId must be a string that is not empty, got ""'),
    );
    expect(() => batchId({ taskId: 'a', sample: -1, turn: 1 })).toThrow('sample must be');
    expect(() => batchId({ taskId: 'a', sample: 1e9, turn: 1 })).toThrow('sample must be');
    expect(() => batchId({ taskId: 'a', sample: 0, turn: 0 })).toThrow('turn must be');
  });
});
