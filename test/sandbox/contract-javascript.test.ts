import { describe, expect, it } from 'vitest';
import { type JsonObject, parseJson, stringifyJson } from '../../src/index.js';
import { openSandbox } from './support/contract-calls.js';
import { javascriptVariants } from './support/variants.js';

describe.each([...javascriptVariants])('$name, of JavaScript and TypeScript alone,', (variant) => {
  const { run, value, sandbox } = openSandbox(variant);
  const language = 'typescript';

  it('runs both languages', () => {
    expect(sandbox().languages).toEqual(['javascript', 'typescript']);
  });

  it('compiles TypeScript with enums and parameter properties', async () => {
    const code = `enum Size { Small = 1, Large }
class Box { constructor(private readonly size: Size) {} double(): number { return this.size * 2; } }
export function main({ n }: { n: number }): number { return new Box(Size.Large).double() + n; }`;
    expect(await value(code, { n: 1 }, { language })).toBe(5);
  });

  it('keeps the line of an error through the removal of types', async () => {
    const code =
      'interface A {\n  b: number;\n}\nexport function main(a: A): number {\n  throw new RangeError("no");\n}';
    expect(await run(code, {}, { language })).toMatchObject({
      error: { name: 'RangeError', message: 'no', line: 5 },
    });
  });

  it('writes objects that are logged as JSON', async () => {
    const outcome = await run('function main() { console.log("a", 1, { b: [2] }); return 0 }');
    expect(outcome).toMatchObject({ status: 'returned', logs: ['a 1 {"b":[2]}'] });
  });

  it('gives an input with __proto__ that is no prototype', async () => {
    const input = parseJson('{"__proto__": {"x": 1}}') as JsonObject;
    expect(await value('const main = (i) => [Object.keys(i), {}.x === undefined]', input)).toEqual([
      ['__proto__'],
      true,
    ]);
    expect(stringifyJson(input)).toBe('{"__proto__":{"x":1}}');
  });

  it('gives the functions of the host under no name', async () => {
    const code = `function main() {
      return [typeof process, typeof require, typeof fetch, [].constructor.constructor('return typeof process')()];
    }`;
    const [processType, , , constructed] = (await value(code)) as string[];
    expect([processType, constructed]).toEqual(['undefined', 'undefined']);
  });
});
