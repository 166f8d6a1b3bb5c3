import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPrompt,
  createTasks,
  defineFunction,
  exactNumber,
  type JsonObject,
  type JsonValue,
  parseJson,
  stringifyJson,
  type Task,
} from '../../src/index.js';
import { readRewardSpec, toRewardSpec } from '../../src/rewards/reward-spec.js';
import { addTax, taxTask } from '../support/fixtures.js';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;

function specWith(change: (fields: Record<string, unknown>) => void): string {
  const fields = JSON.parse(toRewardSpec(taxTask('input'))) as Record<string, unknown>;
  change(fields);
  return JSON.stringify(fields);
}

describe('a reward spec', () => {
  it.each(['input', 'output'] as const)(
    'carries all that an %s task is verified with',
    (direction) => {
      const task = taxTask(direction);
      const { inputGenerator: _, ...fn } = task.function;
      expect(readRewardSpec(toRewardSpec(task))).toStrictEqual({ ...task, function: fn });
    },
  );

  it('carries all that the prompt is made of', () => {
    const task = taxTask('input');
    expect(buildPrompt(readRewardSpec(toRewardSpec(task)))).toEqual(buildPrompt(task));
  });

  it('is one line, and the same for equal tasks', () => {
    const text = toRewardSpec(taxTask('output'));
    expect(text).not.toContain('\n');
    expect(toRewardSpec(structuredClone(taxTask('output')))).toBe(text);
    expect(toRewardSpec(readRewardSpec(text))).toBe(text);
  });

  it('leaves out fields that the function does not have', () => {
    const { parameters: _, inputSchema: __, ...fields } = addTax;
    const fn = readRewardSpec(toRewardSpec(taxTask('input', fields))).function;
    expect(Object.keys(fn)).not.toContain('parameters');
    expect(Object.keys(fn)).not.toContain('inputSchema');
  });

  it('keeps numbers, and the order of keys, as they were', () => {
    const pairText =
      '{"input":{"b":9007199254740993,"a":1.0,"2":1e400},"output":[NaN,-Infinity,-0,1e21]}';
    const pair = parseJson(pairText) as unknown as Task['pair'];
    const task = { ...taxTask('output'), pair };
    expect(stringifyJson(readRewardSpec(toRewardSpec(task)).pair)).toBe(stringifyJson(pair));
    expect(toRewardSpec(task)).toContain('9007199254740993');
  });

  it('gives a schema in plain numbers, which its validator can work with', () => {
    const inputSchema = { properties: { net: { maximum: exactNumber('1e3') } } };
    const task = { ...taxTask('input'), function: { ...addTax, inputSchema } };
    const read = readRewardSpec(toRewardSpec(task)).function.inputSchema;
    expect(read).toEqual({ properties: { net: { maximum: 1000 } } });
  });

  it('carries any values', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), json),
        json,
        fc.string({ minLength: 1 }),
        (input, output, query) => {
          const fn = defineFunction({ ...addTax, id: undefined, query });
          const [task] = createTasks(fn, [{ input: input as JsonObject, output }]);
          const read = readRewardSpec(toRewardSpec(task as Task));
          expect(stringifyJson(read.pair)).toBe(stringifyJson((task as Task).pair));
          expect(read.function.query).toBe(query);
        },
      ),
    );
  });
});

describe('readRewardSpec', () => {
  it.each([
    ['', 'it is not JSON'],
    ['{"spec":', 'it is not JSON'],
    ['[]', 'it is not a JSON object'],
    ['1e400', 'it is not a JSON object'],
    ['{"answer":42}', 'its field spec is not "codeio-reward/1"'],
    ['['.repeat(5000) + ']'.repeat(5000), 'nested deeper'],
    [
      specWith((fields) => {
        fields.direction = 'sideways';
      }),
      'its field direction',
    ],
    [
      specWith((fields) => {
        fields.id = '';
      }),
      'its field id',
    ],
    [
      specWith(({ function: fn }) => {
        (fn as { code: unknown }).code = 1;
      }),
      'its field function.code',
    ],
    [
      specWith(({ function: fn }) => {
        (fn as { language: unknown }).language = 'cobol';
      }),
      'function.language',
    ],
    [
      specWith(({ pair }) => {
        (pair as { input: unknown }).input = [1];
      }),
      'its field pair.input',
    ],
    [
      specWith(({ pair }) => {
        delete (pair as { output?: unknown }).output;
      }),
      'its field pair.output',
    ],
  ])('refuses %j with the reason', (text, problem) => {
    expect(() => readRewardSpec(text)).toThrow(TypeError);
    expect(() => readRewardSpec(text)).toThrow(problem);
  });

  it('refuses an input that is a number with its own text, and a schema that no validator can read', () => {
    const text = toRewardSpec(taxTask('input'));
    expect(() => readRewardSpec(text.replace('{"net":100,"rate":7}', '1.0'))).toThrow('pair.input');
    expect(() => readRewardSpec(text.replace('"maximum":100', '"maximum":NaN'))).toThrow(
      'function.inputSchema',
    );
  });

  it('refuses what is not a string', () => {
    expect(() => readRewardSpec(undefined as unknown as string)).toThrow('it is not a string');
  });

  it('takes nothing from keys that name the prototype', () => {
    const text = '{"__proto__":{"spec":"codeio-reward/1"},"constructor":{}}';
    expect(() => readRewardSpec(text)).toThrow('its field spec');
  });
});
