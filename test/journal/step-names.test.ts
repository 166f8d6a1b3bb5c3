import { describe, expect, it } from 'vitest';
import { createStepNames } from '../../src/journal/step-names.js';

describe('the names of steps', () => {
  it('have small numbers, the same for the same name', () => {
    const names = createStepNames();
    const codes = ['a', 'b', 'a', 'c'].map((name) => names.codeOf(name));
    expect(codes).toEqual([0, 1, 0, 2]);
    expect(codes.map((code) => names.nameOf(code))).toEqual(['a', 'b', 'a', 'c']);
  });

  it('are few', () => {
    const names = createStepNames();
    for (let index = 0; index < 64; index++) names.codeOf(`s${index}`);
    expect(names.codeOf('s63')).toBe(63);
    expect(() => names.codeOf('one more')).toThrow('at most 64 kinds of steps');
  });
});
