import { describe, expect, it } from 'vitest';
import { runMain } from './support/real-code.js';

describe('an error is reported with its name, message and line', () => {
  it.each([
    [
      'where a field of nothing is read',
      'function main() {\n  return [\n    1,\n    null.x,\n  ];\n}',
      "TypeError: cannot read property 'x' of null (line 4)",
    ],
    [
      'where a name is missing',
      'function main() {\n  return nothing;\n}',
      "ReferenceError: 'nothing' is not defined (line 2)",
    ],
    [
      'where a constant is assigned',
      'function main() {\n  const a = 1;\n  a = 2;\n}',
      "TypeError: 'a' is read-only (line 3)",
    ],
    [
      'where a name is used too early',
      'function main() {\n  return x;\n  let x = 1;\n}',
      'ReferenceError: x is not initialized (line 2)',
    ],
    [
      'where a built-in throws',
      'function main() {\n  const a = 1;\n  return a.toFixed(101);\n}',
      'RangeError: invalid number of digits (line 3)',
    ],
    [
      'in a callback of sort',
      'function main() {\n  return [2, 1].sort(() => {\n    throw new RangeError("compare");\n  });\n}',
      'RangeError: compare (line 3)',
    ],
    [
      'in a callback of replace',
      'function main() {\n  return "a".replace(/a/, () =>\n    null.x);\n}',
      "TypeError: cannot read property 'x' of null (line 3)",
    ],
    [
      'in a callback of JSON.parse',
      'const main = () => JSON.parse("[1]",\n  () => {\n    throw new EvalError("reviver");\n  });',
      'EvalError: reviver (line 3)',
    ],
    [
      'in a getter',
      'const o = {\n  get a() {\n    throw new Error("getter");\n  },\n};\nconst main = () => o.a;',
      'Error: getter (line 3)',
    ],
    [
      'in a generator',
      'function* g() {\n  yield 1;\n  throw new Error("generator");\n}\nconst main = () => [...g()];',
      'Error: generator (line 3)',
    ],
    [
      'after an await',
      'async function main() {\n  await null;\n  throw new RangeError("late");\n}',
      'RangeError: late (line 3)',
    ],
    [
      'in a timer',
      'const main = () => new Promise(() => {\n  setTimeout(() => {\n    throw new RangeError("timer");\n  }, 5);\n});',
      'RangeError: timer (line 3)',
    ],
    [
      'in one of many promises',
      'const fail = async () => {\n  throw new URIError("one");\n};\nconst main = () => Promise.all([1, fail()]);',
      'URIError: one (line 2)',
    ],
    [
      'while it loads',
      'const a = 1;\nnull.x;\nfunction main() {}',
      "TypeError: cannot read property 'x' of null (line 2)",
    ],
    [
      'while its module loads',
      'export const a = 1;\nawait null;\nthrow new Error("loading");\nexport function main() {}',
      'Error: loading (line 3)',
    ],
    [
      'when it is caught and thrown again',
      'function main() {\n  try {\n    null.x;\n  } catch (error) {\n    throw error;\n  }\n}',
      "TypeError: cannot read property 'x' of null (line 3)",
    ],
    [
      'in the cause of another, which counts itself',
      'function main() {\n  try {\n    null.x;\n  } catch (cause) {\n    throw new Error("outer", { cause });\n  }\n}',
      'Error: outer (line 5)',
    ],
  ])('%s', async (_, code, expected) => {
    expect(await runMain('javascript', code)).toBe(expected);
  });

  it.each([
    ['of a class of its own', 'class E extends Error {}'],
    ['of a class with a constructor', 'class E extends Error { constructor(m) { super(m); } }'],
    ['of a class of a class', 'class A extends Error {} class B extends A {} class E extends B {}'],
    [
      'of a class of a class with a constructor',
      'class A extends Error { constructor(m) { super(m); } } class E extends A {}',
    ],
    ['of a class without a name', 'const E = [class extends Error {}][0];'],
    [
      'of a class that is made as it runs',
      'const E = ((Base) => class Odd extends Base {})(Error);',
    ],
    [
      'of a class that captures its stack',
      'class E extends Error { constructor(m) { super(m); Error.captureStackTrace?.(this, E); } }',
    ],
    [
      'of a class whose constructor cannot be asked for',
      'class E extends Error {} class F extends E { static get name() { throw 1; } }',
    ],
  ])('%s, at the line of its throw', async (_, classes) => {
    const code = `${classes}\nfunction main() {\n  return [7].map((n) => {\n    throw new E("no " + n);\n  });\n}`;
    expect(await runMain('javascript', code)).toBe('Error: no 7 (line 4)');
  });

  it('of a class whose name and message come from its prototype', async () => {
    const code =
      'class Odd extends RangeError {}\nOdd.prototype.name = "Odd";\nOdd.prototype.message = "odd";\nfunction main() {\n  throw new Odd(); }';
    expect(await runMain('javascript', code)).toBe('Odd: odd (line 5)');
  });

  it.each([
    [
      'a function with the name of the class',
      'const { E } = { E: class E extends Error {} };\nconst f = {\n  E() {\n    throw new E("x"); } };\nconst main = () => f.E();',
      4,
    ],
    [
      'a constructor that throws another error',
      'class E extends Error {\n  constructor() {\n    super(null.x); } }\nconst main = () => { throw new E(); };',
      3,
    ],
    [
      'a constructor that throws an error of its class',
      'class E extends Error {\n  constructor(n) {\n    super("x");\n    if (n) throw new E(n - 1); } }\nconst main = () => { throw new E(2); };',
      4,
    ],
  ])('where there is %s', async (_, code, line) => {
    expect(await runMain('javascript', code)).toContain(`(line ${line})`);
  });

  it.each([
    ['"text"', 'Error: text'],
    ['42', 'Error: 42'],
    ['null', 'Error: null'],
    ['undefined', 'Error: undefined'],
    ['{ name: "Odd", message: "thing" }', 'Odd: thing'],
    ['{ code: 5 }', 'Error: '],
  ])('as far as there are any: throw %s', async (thrown, expected) => {
    expect(await runMain('javascript', `function main() { throw ${thrown}; }`)).toBe(expected);
  });
});

describe('a syntax error is reported with its line', () => {
  it.each([
    ['const a = 1;\nfunction main() {\n  return a +;\n}', 3],
    ['function main() {\n  let a = 1;\n  let a = 2;\n}', 3],
    ['function main() {\n  return [1,\n}\n', 3],
    ['export function main() {\n  return 1;\n}\nexport const = 2;', 4],
    ['#!/bin/js\nexport function main() {\n  return 1;\n}\nexport const = 2;', 5],
    ['export function main() {\n  return [1', 2],
    ['const a = 1; export const = 2;', 1],
    ['const a = await 1;\nfunction main() {\n  return a +;\n}', 3],
    ['async function main() {\n  await null;\n  return +;\n}', 3],
    ['// no import\nfunction main() {\n  return +;\n}', 3],
    ['function main() {\n  await null;\n}', 2],
    ['function main() {\n  return /(/;\n}', 2],
    ['function main() {\n  break;\n}', 2],
  ])('%j', async (code, line) => {
    expect(await runMain('javascript', code)).toMatch(
      new RegExp(`^SyntaxError: .* \\(line ${line}\\)$`),
    );
  });

  it('also where the text is JSON that the program reads', async () => {
    const code = 'function main() {\n  return JSON.parse("{bad");\n}';
    expect(await runMain('javascript', code)).toMatch(/^SyntaxError: .* \(line 2\)$/);
  });
});
