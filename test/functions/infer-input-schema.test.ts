import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  createTasks,
  exactNumber,
  inferInputSchema,
  type JsonObject,
  verify,
} from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';
import { addTax } from '../support/fixtures.js';

function infer(...inputs: readonly JsonObject[]): JsonObject {
  return inferInputSchema(inputs.map((input) => ({ input })));
}

const jsonInput = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 3 }))
  .map((input) => JSON.parse(JSON.stringify(input)) as JsonObject);

describe('inferInputSchema', () => {
  it('describes names and types, and marks itself as inferred', () => {
    expect(infer({ n: 1, rows: [[1], [2.5]] }, { n: 2, rows: [], note: 'x' })).toEqual({
      type: 'object',
      properties: {
        n: { type: 'integer' },
        note: { type: 'string' },
        rows: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
      },
      required: ['n', 'rows'],
      additionalProperties: false,
      'x-inferred-from': 2,
    });
  });

  it('takes objects that share no key for maps', () => {
    const schema = infer({ stock: { ann: 1, bob: 2 } }, { stock: { cat: 3 } }, { stock: {} });
    expect(schema.properties).toEqual({
      stock: { type: 'object', additionalProperties: { type: 'integer' } },
    });
  });

  it('keeps the types of a variable that has several', () => {
    expect(infer({ a: null }, { a: exactNumber('1.0') }, { a: 2 }).properties).toEqual({
      a: { type: ['integer', 'null'] },
    });
  });

  it('fits every input that it was inferred from, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(jsonInput, { minLength: 1, maxLength: 6 }), (inputs) => {
        const schema = infer(...inputs);
        const fits = new Ajv2020({ strict: false }).compile(schema);
        for (const input of inputs) expect(fits(input)).toBe(true);
        expect(canonicalJson(infer(...inputs.toReversed()))).toBe(canonicalJson(schema));
      }),
      { numRuns: 30 },
    );
  });

  it('is not held against a predicted input by default', async () => {
    const pair = { input: { net: 100, rate: 7 }, output: 'seen' };
    const fn = { ...addTax, inputSchema: inferInputSchema([pair]) };
    const [task] = createTasks(fn, [pair], { directions: ['input'] });
    if (task === undefined) throw new Error('no task');
    const sandbox = createStubSandbox(() => {
      return { status: 'returned', value: 'seen', steps: 0, logs: [] };
    });
    const text = '{"input": {"net": "many", "rate": 1.5}}';
    expect(await verify(task, { text }, { sandbox })).toMatchObject({ status: 'correct' });
    expect(await verify(task, { text }, { sandbox, inputCheck: 'schema' })).toMatchObject({
      status: 'invalid-input',
    });
  });

  it('wants at least one pair', () => {
    expect(() => inferInputSchema([])).toThrow('pairs must hold at least one pair');
  });
});
