import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecentMap } from '../../src/sandbox/recent-map.js';

const key = fc.nat({ max: 12 });
const action = fc.oneof(
  fc.record({ type: fc.constant('get' as const), key }),
  fc.record({ type: fc.constant('set' as const), key }),
);

describe('a recent map', () => {
  it('keeps the entries that were used last, and tells which it drops', () => {
    const actions = fc.array(action, { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), actions, (size, all) => {
        const dropped: string[] = [];
        const map = createRecentMap<number, string>(size, (value) => dropped.push(value));
        /** The one not used for longest comes first. */
        let model: { key: number; value: string }[] = [];
        const expectedDrops: string[] = [];
        for (const [index, { type, key }] of all.entries()) {
          const known = model.find((entry) => entry.key === key);
          if (type === 'set') {
            const value = `${key} at ${index}`;
            map.set(key, value);
            model = [...model.filter((entry) => entry !== known), { key, value }];
            if (model.length > size) expectedDrops.push(model.shift()?.value ?? '');
          } else {
            expect(map.get(key)).toBe(known?.value);
            if (known) model = [...model.filter((entry) => entry !== known), known];
          }
          expect(dropped).toEqual(expectedDrops);
        }
        for (const { key, value } of model) expect(map.get(key)).toBe(value);
      }),
    );
  });

  it('does not need to be told of drops', () => {
    const map = createRecentMap<string, number>(1);
    map.set('a', 1);
    map.set('b', 2);
    expect([map.get('a'), map.get('b')]).toEqual([undefined, 2]);
  });
});
