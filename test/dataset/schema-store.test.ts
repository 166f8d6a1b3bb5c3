import { describe, expect, it } from 'vitest';
import type { Task } from '../../src/core/task.js';
import { createSchemaStore } from '../../src/dataset/schema-store.js';
import { parseJson } from '../../src/values/parse-json.js';
import { addTax, taxTask } from '../support/fixtures.js';

function withSchema(text: string): Task {
  const inputSchema = parseJson(text) as Record<string, unknown>;
  return taxTask('input', { ...addTax, inputSchema });
}

describe('the store of schemas', () => {
  it('gives equal schemas the same object, and others their own', () => {
    const withKnownSchema = createSchemaStore();
    const schemas = ['{"minimum": 1.0}', '{"minimum": 1.0}', '{"minimum": 2}'].map(
      (text) => withKnownSchema(withSchema(text)).function.inputSchema,
    );
    expect(schemas).toEqual([{ minimum: 1 }, { minimum: 1 }, { minimum: 2 }]);
    expect(schemas[0]).toBe(schemas[1]);
  });

  it('leaves a schema alone that has no plain numbers', () => {
    const task = withSchema('{"minimum": NaN}');
    expect(createSchemaStore()(task).function.inputSchema).toBe(task.function.inputSchema);
  });

  it('leaves a task alone whose inputs are not validated', () => {
    const task = taxTask('output');
    expect(createSchemaStore()(task)).toBe(task);
  });
});
