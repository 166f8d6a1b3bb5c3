import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeData,
  decodeHead,
  encodeLine,
  hasLostLineFeed,
  isWhole,
  mayBeginLine,
} from '../../src/journal/journal-line.js';
import { exactNumber } from '../../src/values/exact-number.js';
import { stringifyJson } from '../../src/values/stringify-json.js';

const text = fc.string({ unit: fc.oneof(fc.constantFrom('"', '\\', '\n', ','), fc.string()) });
const awkward = fc.constantFrom(
  '',
  ',"data":',
  '"],"data":1',
  '\u2028',
  '\ud800',
  'é',
  '__proto__',
);
const meta = fc.array(
  fc.oneof(fc.integer(), fc.constant(null), fc.constantFrom('', ']', '"', ',"data":')),
);
const step = fc.record(
  {
    key: fc.oneof(text, awkward),
    step: fc.oneof(text, awkward),
    data: fc.jsonValue(),
    meta,
  },
  { requiredKeys: ['key', 'step', 'data'] },
);
const previous = fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { nil: undefined });

/** Without the line feed, as it is read. */
const encode = (...args: Parameters<typeof encodeLine>): Buffer =>
  encodeLine(...args).subarray(0, -1);

describe('a line of a journal', () => {
  it('gives back whatever was put into it', () => {
    fc.assert(
      fc.property(step, previous, (given, place) => {
        const line = encode(given, place);
        expect(isWhole(line)).toBe(true);
        expect({ ...decodeHead(line) }).toEqual({
          key: given.key,
          step: given.step,
          previous: place,
          meta: given.meta,
        });
        expect(stringifyJson(decodeData(line))).toBe(stringifyJson(given.data));
      }),
    );
  });

  it('is one line of JSON that can be searched for its key', () => {
    fc.assert(
      fc.property(step, previous, (given, place) => {
        const line = encodeLine(given, place).toString();
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toMatchObject({ key: given.key, step: given.step });
      }),
    );
    const line = encodeLine({ key: 'k', step: 's', data: [1], meta: [2, null] }, 34).toString();
    expect(line).toMatch(
      /^{"crc":"[0-9a-f]{8}","key":"k","step":"s","previous":34,"meta":\[2,null],"data":\[1]}\n$/,
    );
  });

  it('is not whole with any bit changed, and not when anything is missing', () => {
    const line = encode({ key: 'k#0', step: 'verdict', data: { a: 'é' }, meta: [1] }, 7);
    for (let index = 0; index < line.length; index++) {
      expect(isWhole(line.subarray(0, index))).toBe(false);
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(line);
        changed[index] = (changed[index] as number) ^ (1 << bit);
        expect(isWhole(changed)).toBe(false);
      }
    }
  });

  it('keeps numbers that JavaScript cannot', () => {
    const data = { whole: exactNumber('9007199254740993'), huge: exactNumber('1e400') };
    expect(decodeData(encode({ key: 'k', step: 's', data }, undefined))).toEqual(data);
    expect(encodeLine({ key: 'k', step: 's', data }, undefined).toString()).toContain(
      '{"whole":9007199254740993,"huge":1e400}',
    );
  });

  it('is not written for data that JSON cannot carry', () => {
    expect(() => encodeLine({ key: 'k', step: 's', data: { a: 1n } }, undefined)).toThrow(
      new TypeError('$.a is bigint, which JSON cannot carry'),
    );
  });
});

describe('bytes that may be part of a line', () => {
  const line = encode({ key: 'k', step: 's', data: 1 }, undefined);

  it('are known by their beginning', () => {
    for (let length = 0; length <= line.length; length++) {
      expect(mayBeginLine(line.subarray(0, length))).toBe(true);
    }
    expect(mayBeginLine(Buffer.from('{"id":1}'))).toBe(false);
    expect(mayBeginLine(Buffer.from('x'))).toBe(false);
  });

  it('show that a line feed was lost only when a whole line comes first and another follows', () => {
    const separated = (between: string): Buffer =>
      Buffer.concat([line, Buffer.from(between), line.subarray(0, 20)]);
    expect(hasLostLineFeed(separated('X'))).toBe(true);
    expect(hasLostLineFeed(line)).toBe(false);
    expect(hasLostLineFeed(line.subarray(0, -1))).toBe(false);
    const nested = encode({ key: 'k', step: 's', data: { crc: '1', of: { crc: '2' } } }, 1);
    expect(hasLostLineFeed(nested)).toBe(false);
    expect(hasLostLineFeed(nested.subarray(0, -3))).toBe(false);
  });
});
