import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, type JsonLimits, stringifyJson } from '../../src/index.js';
import { findExcess } from '../../src/values/json-limits.js';

const unlimited: JsonLimits = {
  maxTextLength: Infinity,
  maxContainerLength: Infinity,
  maxStringLength: Infinity,
  maxDepth: Infinity,
  maxDigits: Infinity,
};

describe('findExcess', () => {
  it.each([
    ['maxContainerLength', 2, { a: [[1, 2, 3]] }, '$.a[0]', 3],
    ['maxContainerLength', 2, { a: { b: 1, c: 2, d: 3 } }, '$.a', 3],
    ['maxStringLength', 3, [['abc'], 'abcd'], '$[1]', 4],
    ['maxStringLength', 3, { fine: 1 }, '$.fine', 4],
    ['maxDepth', 2, { a: [{}] }, '$.a[0]', 3],
    ['maxDigits', 3, [1, -12.34], '$[1]', 4],
    ['maxDigits', 3, { n: exactNumber('1.0e400') }, undefined, undefined],
    ['maxDigits', 3, { n: exactNumber('12345678901234567890') }, '$.n', 20],
    ['maxTextLength', 8, { a: [1, 2] }, '$', 11],
    ['maxTextLength', 11, { a: [1, 2] }, undefined, undefined],
  ] as const)('finds what exceeds %s of %d in %j', (limit, maximum, value, path, actual) => {
    const excess = findExcess(value, { ...unlimited, [limit]: maximum });
    expect(excess).toEqual(path === undefined ? undefined : { path, limit, maximum, actual });
  });

  it('names a part that is too large rather than the whole', () => {
    const limits = { ...unlimited, maxTextLength: 5, maxStringLength: 5 };
    expect(findExcess(['abcdef'], limits)).toMatchObject({ path: '$[0]' });
  });

  it('lets everything pass that is within the limits, and nothing that is not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 60 }), (value, maxTextLength) => {
        const plain = JSON.parse(JSON.stringify(value));
        const excess = findExcess(plain, { ...unlimited, maxTextLength });
        expect(excess === undefined).toBe(stringifyJson(plain).length <= maxTextLength);
      }),
    );
  });
});
