import { describe, expect, it } from 'vitest';
import { findTriviality, type IOPair, type JsonValue } from '../../src/index.js';

function pairsOf(...outputs: readonly JsonValue[]): readonly IOPair[] {
  return outputs.map((output, n) => ({ input: { n, other: { n } }, output }));
}

describe('findTriviality', () => {
  it.each([
    ['nothing to a function whose outputs differ', pairsOf('a', 'b', 'c', 'd', 'e'), []],
    ['a constant output', pairsOf({ a: [1] }, { a: [1] }), ['constant-output']],
    ['booleans, however few', pairsOf(true, false), ['one-bit-output']],
    ['two outputs over five pairs', pairsOf('x', 'y', 'x', 'x', 'y'), ['one-bit-output']],
    ['nothing to two outputs over fewer pairs', pairsOf('x', 'y', 'x'), []],
    ['an output that is one of the variables', pairsOf(0, 1, 2), ['echo']],
    ['an output that is the input', [{ input: { a: 1 }, output: { a: 1 } }], ['echo']],
    ['nothing to no pairs', [], []],
    [
      'few distinct outputs',
      pairsOf(...Array.from({ length: 20 }, (_, n) => 'abcde'[n % 5] as string)),
      ['few-distinct-outputs'],
    ],
    ['more than one flag', pairsOf(0), ['echo']],
  ] as const)('gives %s', (_, pairs, flags) => {
    expect(findTriviality(pairs)).toEqual(flags);
  });

  it('compares values by content, whatever the order of keys', () => {
    const pairs = [
      { input: { n: 1 }, output: { a: 1, b: 2 } },
      { input: { n: 2 }, output: { b: 2, a: 1 } },
    ];
    expect(findTriviality(pairs)).toEqual(['constant-output']);
  });
});
