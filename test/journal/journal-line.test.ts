import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, stringifyJson } from '../../src/index.js';
import type { JournalStep } from '../../src/journal/journal.js';
import { dataOf, decodeLine, encodeLine, metaOf } from '../../src/journal/journal-line.js';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constant('\ud800"\\,"data":'),
);
const anyStep: fc.Arbitrary<JournalStep> = fc.record({
  key: anyText,
  step: anyText,
  data: fc.jsonValue(),
  meta: fc.option(fc.array(fc.oneof(anyText, fc.integer(), fc.constant(null))), { nil: undefined }),
});
const anyOffset = fc.oneof(fc.nat(), fc.maxSafeNat());

describe('a line of a journal', () => {
  it('comes back as it was written, from anywhere in a buffer', () => {
    fc.assert(
      fc.property(
        anyStep,
        fc.option(anyOffset, { nil: undefined }),
        anyOffset,
        fc.nat(20),
        (step, previous, offset, before) => {
          const bytes = encodeLine(step, previous, offset);
          const padded = Buffer.concat([Buffer.alloc(before, '{"'), bytes, Buffer.from('[1]}\n')]);
          const line = decodeLine(padded, before, before + bytes.length - 1, offset);
          if (line === undefined) throw new Error('not read');
          expect([line.key, line.step, line.previous]).toEqual([step.key, step.step, previous]);
          expect(metaOf(line)).toEqual(step.meta);
          expect(dataOf(line)).toEqual(parseJson(stringifyJson(step.data)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is one line of JSON', () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        const text = encodeLine(step, 7, 99).toString();
        expect(text.indexOf('\n')).toBe(text.length - 1);
        expect(Object.keys(JSON.parse(text) as object)).toEqual(
          ['crc', 'key', 'step', 'previous', 'meta', 'data'].filter(
            (field) => field !== 'meta' || step.meta !== undefined,
          ),
        );
      }),
    );
  });

  it('is not read when a bit of it was flipped', () => {
    fc.assert(
      fc.property(anyStep, fc.nat(), fc.nat(7), (step, at, bit) => {
        const bytes = encodeLine(step, undefined, 0).subarray(0, -1);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] as number) ^ (1 << bit);
        expect(decodeLine(bytes, 0, bytes.length, 0)).toBeUndefined();
      }),
    );
  });

  it('is not read anywhere else in the file', () => {
    fc.assert(
      fc.property(anyStep, anyOffset, fc.integer({ min: 1, max: 2 ** 32 - 1 }), (step, at, by) => {
        const bytes = encodeLine(step, undefined, at);
        expect(decodeLine(bytes, 0, bytes.length - 1, at + by)).toBeUndefined();
      }),
    );
  });

  it('is not read when it is cut off anywhere', () => {
    const bytes = encodeLine({ key: 'k', step: 's', data: { a: ['b'] }, meta: [1] }, 3, 40);
    for (let end = 0; end < bytes.length - 1; end++) {
      expect(decodeLine(bytes, 0, end, 40)).toBeUndefined();
    }
  });

  it('keeps numbers that JavaScript cannot', () => {
    const data = parseJson('[9007199254740993,1e400,1.0,-0,NaN]');
    const bytes = encodeLine({ key: 'k', step: 's', data }, undefined, 0);
    const line = decodeLine(bytes, 0, bytes.length - 1, 0);
    expect(line && dataOf(line)).toEqual(data);
  });

  it('refuses data that JSON cannot carry', () => {
    expect(() => encodeLine({ key: 'k', step: 's', data: () => 1 }, undefined, 0)).toThrow(
      TypeError,
    );
  });
});
