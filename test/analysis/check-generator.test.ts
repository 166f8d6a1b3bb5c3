import { describe, expect, it } from 'vitest';
import { checkGenerator } from '../../src/analysis/check-generator.js';

function check(code: string): readonly string[] {
  return checkGenerator({ language: 'javascript', code }).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );
}

const notRandom =
  'not-random: The input generator never calls Math.random, so that it makes the same input every time.';

describe('checkGenerator', () => {
  it.each([
    'function generateInput() { return { n: Math.random() } }',
    'const draw = () => Math.random(); export const generateInput = () => ({ n: draw() })',
    'const { random } = Math; const generateInput = () => ({ n: random() })',
    'const m = Math; const generateInput = () => ({ n: m.random() })',
    'const generateInput = () => ({ n: globalThis.Math.random() })',
    'const draw = (m) => m.random(); const generateInput = () => ({ n: draw(Math) })',
    "const name = 'random'; const generateInput = () => ({ n: Math[name]() })",
  ])('takes a generator that draws with Math.random: %s', (code) => {
    expect(check(code)).toEqual([]);
  });

  it.each([
    'const generateInput = () => ({ n: 1 })',
    'const m = Math; const generateInput = () => ({ n: m.floor(1.5) })',
    'const generateInput = (Math) => ({ n: Math.random() })',
    '// Math.random()\nconst generateInput = () => ({ n: 1 })',
  ])('finds one that draws nothing: %s', (code) => {
    expect(check(code)).toContain(notRandom);
  });

  it('finds one that is missing, or takes parameters', () => {
    expect(check('const generate = () => Math.random()')).toEqual([
      'entrypoint-missing: The input generator does not define generateInput, the function that is called.',
    ]);
    expect(check('const generateInput = (n) => ({ n: n * Math.random() })')).toEqual([
      'parameters-differ: The function generateInput takes (n) in line 1, but must take no parameters.',
    ]);
  });

  it('finds everything else that code may not do', () => {
    expect(check('const generateInput = () => ({ n: Math.random() + Date.now() })')).toEqual([
      'clock: The input generator reads the clock: Date.now() in line 1.',
    ]);
    expect(check('const generateInput = () => ({ n: crypto.randomUUID() })')).toEqual([
      'randomness: The input generator draws random numbers: crypto.randomUUID() in line 1.',
    ]);
    expect(check("const _ = require('lodash');\nconst generateInput = () => _.random()")).toEqual([
      notRandom,
      'import: The input generator loads a module, but none can be loaded: "lodash" in line 1.',
    ]);
  });

  it('says no more of one that cannot be read', () => {
    expect(check('const = 1')).toEqual([
      'syntax: The input generator cannot be read as JavaScript: Unexpected token (1:6).',
    ]);
  });
});
