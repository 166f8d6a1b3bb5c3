import { describe, expect, it } from 'vitest';
import { checkGenerator } from '../../../src/analysis/check-generator.js';

function check(code: string, packages?: readonly string[]): readonly string[] {
  return checkGenerator({ language: 'python', code, packages }).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );
}

const notRandom =
  'not-random: The input generator never draws with the module random, so that it makes the same input every time.';

describe('checkGenerator, for Python', () => {
  it.each([
    'import random\ndef generate_input(): return {"n": random.randint(1, 6)}',
    'from random import randint\ndef generate_input(): return {"n": randint(1, 6)}',
    'from random import *\ndef generate_input(): return {"n": randint(1, 6)}',
    'import random as r\ndraw = r.random\ndef generate_input(): return {"n": draw()}',
    'import random\ndef generate_input():\n  rng = random.Random()\n  return {"n": rng.random()}',
    'def generate_input():\n  import random\n  random.seed()\n  return {"n": random.random()}',
  ])('takes one that draws with the module random: %s', (code) => {
    expect(check(code)).toEqual([]);
  });

  it.each([
    'def generate_input(): return {"n": 1}',
    'import random\ndef generate_input(): return {"n": 1}  # random.random()',
    'def generate_input(random=[1]): return {"n": random[0]}',
  ])('finds one that draws nothing: %s', (code) => {
    expect(check(code)).toContain(notRandom);
  });

  it.each(['random.seed(42)', 'rng = random.Random(42)'])(
    'finds one that seeds itself: %s',
    (statement) => {
      const code = `import random\ndef generate_input():\n  ${statement}\n  return {"n": random.random()}`;
      const name = /random\.\w+/.exec(statement)?.[0];
      expect(check(code)).toEqual([
        `not-random: The input generator seeds its random numbers itself: ${name}() in line 3, so that it makes the same input every time.`,
      ]);
    },
  );

  it('finds one that is missing, or takes parameters', () => {
    expect(check('import random\ndef generateInput(): return random.random()')).toEqual([
      'entrypoint-missing: The input generator does not define generate_input, the function that is called.',
    ]);
    expect(
      check('from random import random\ndef generate_input(n): return {"n": n * random()}'),
    ).toEqual([
      'parameters-differ: The function generate_input takes (n) in line 2, but must take no parameters.',
    ]);
  });

  it('finds everything else that code may not do', () => {
    expect(
      check('import secrets\ndef generate_input(): return {"n": secrets.randbelow(3)}'),
    ).toEqual([
      'randomness: The input generator draws random numbers: secrets.randbelow() in line 2.',
    ]);
    const code = 'import random\nimport numpy\ndef generate_input(): return {"n": random.random()}';
    expect(check(code)).toEqual([
      'import: The input generator loads a module that is not in the standard library: numpy in line 2.',
    ]);
    expect(check(code, ['numpy'])).toEqual([]);
  });

  it('says no more of one that cannot be read', () => {
    expect(check('def generate_input(')).toEqual([
      'syntax: The input generator cannot be read as Python: a ( that is never closed (line 1).',
    ]);
  });
});
