import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/contract-calls.js';
import { allVariants } from './support/variants.js';

describe.each([...allVariants])('the values of $name', (variant) => {
  const { programs } = variant;
  const { run, value } = openSandbox(variant);

  const carried = { text: 'ü\u0000"\u2028', list: [1, -2.5, true, null, []], nested: { a: {} } };

  it('are what JSON can carry, exactly', async () => {
    expect(await value(programs.literal(JSON.stringify(carried)))).toEqual(carried);
  });

  it.each([
    [carried],
    [''],
    ['\\"\n\r\t\b\f\u007f'],
    ['😀 𝒳 汉字 é'],
    [[[], [[]], {}]],
    [{ '': 1, ' ': 2, a: { b: { c: [null] } } }],
    [[0, 1, -1, 0.1, -2.25, 5e-324, 9007199254740991]],
    [null],
    [false],
  ])('come back as they went in: %j', async (sent) => {
    expect(await value(programs.echo, { value: sent })).toEqual(sent);
  });

  it.each(programs.refusedValues)(
    '%s is refused with its path',
    async (expression, path, reason) => {
      expect(await run(programs.expression(expression))).toEqual({
        status: 'unserializable',
        path,
        reason,
      });
    },
  );

  it('a cycle is refused, and the same object twice is not', async () => {
    const { code, path, reason } = programs.circular;
    expect(await run(code)).toEqual({ status: 'unserializable', path, reason });
    expect(await value(programs.shared)).toEqual([{ x: 1 }, { x: 1 }]);
  });

  it('endless nesting is refused', async () => {
    expect(await run(programs.nested)).toMatchObject({
      status: 'unserializable',
      reason: 'nested deeper than 200 levels',
    });
  });
});
