import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyTable } from '../../src/journal/key-table.js';
import { createRandom } from '../../src/values/random.js';

interface Expected {
  offset: number | undefined;
  step: number;
  isClaimed: boolean;
}

const key = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('', '#0', 'a#0', 'a#1'));
const action = fc.oneof(
  fc.record({ type: fc.constant('claim' as const), key }),
  fc.record({
    type: fc.constant('setLast' as const),
    key,
    offset: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    step: fc.nat({ max: 63 }),
  }),
);

describe('a table of keys', () => {
  it('does what a map does', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
        const table = createKeyTable();
        const map = new Map<string, Expected>();
        for (const given of actions) {
          const known = map.get(given.key);
          const before = known ?? { offset: undefined, step: 0, isClaimed: false };
          if (given.type === 'claim') {
            expect(table.claim(given.key)).toBe(!before.isClaimed);
            map.set(given.key, { ...before, isClaimed: true });
          } else {
            table.setLast(given.key, given.offset, given.step);
            map.set(given.key, { ...before, offset: given.offset, step: given.step });
          }
        }
        expect(table.size).toBe(map.size);
        for (const [name, entry] of map) expect(table.get(name)).toEqual(entry);
        expect(table.get('a key that was never put in')).toBeUndefined();
      }),
    );
  });

  it('holds 100,000 keys of each kind apart, while it grows', () => {
    const random = createRandom(7);
    const hex = (): string =>
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    const kinds: ((index: number) => string)[] = [
      (index) => `task-${index}#0`,
      (index) => `x#${index}`,
      () => `${hex()}${hex()}${hex()}${hex()}#0`,
    ];
    for (const makeKey of kinds) {
      const table = createKeyTable();
      const map = new Map<string, number>();
      for (let index = 0; index < 100_000; index++) {
        const name = makeKey(index);
        table.setLast(name, index, index % 64);
        map.set(name, index);
      }
      let wrong = table.size === map.size ? 0 : 1;
      for (const [name, index] of map) {
        const entry = table.get(name);
        if (entry?.offset !== index || entry.step !== index % 64 || entry.isClaimed) wrong++;
      }
      expect(wrong).toBe(0);
    }
  });

  it('holds keys of two letters apart, all of them', () => {
    const table = createKeyTable();
    let repeated = 0;
    for (let first = 0; first < 400; first++) {
      for (let second = 0; second < 400; second++) {
        if (!table.claim(String.fromCharCode(first, second))) repeated++;
      }
    }
    expect(repeated).toBe(0);
    expect(table.size).toBe(160_000);
  });
});
