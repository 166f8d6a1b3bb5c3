import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, isLinearPattern } from '../../src/verification/linear-pattern.js';

describe('compilePattern', () => {
  it('is done at once with patterns that make JavaScript try forever', () => {
    const pattern = compilePattern('^([a-z]+,?)+$');
    expect(pattern.test(`${'a'.repeat(5000)}!`)).toBe(false);
    expect(pattern.test('a'.repeat(5000))).toBe(true);
  });

  it.each([
    '^[A-Z]{2}-\\d{1,3}$',
    '^\\d{4}-\\d{2}-\\d{2}$',
    '[^/]+/[\\w.-]+',
    '^(?:ab|a)*c?$',
    '^\\u0041+$',
    '^(?<name>[ab]+)$',
    '\\/|\\-',
    '^[\\x41-\\x43]$',
    '^\\p{Lu}',
  ])('matches %s as JavaScript does', (source) => {
    expect(isLinearPattern(source)).toBe(true);
    const [ours, theirs] = [compilePattern(source), new RegExp(source)];
    const part = fc.constantFrom('A', 'ab', '-', '12', '7', '/', 'c', '2024-01-31', '.', 'é');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        if (source.includes('\\p')) return ours.test(text) === /^\p{Lu}/u.test(text);
        return ours.test(text) === theirs.test(text);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves to JavaScript what looks around or back', () => {
    expect(isLinearPattern('^(?!x)')).toBe(false);
    expect(compilePattern('^(?!x)..$').test('ab')).toBe(true);
    expect(compilePattern('^(.)\\1$').test('aa')).toBe(true);
  });

  it('throws for what is no pattern', () => {
    expect(() => compilePattern('(')).toThrow(SyntaxError);
  });
});
