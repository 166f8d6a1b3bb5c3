import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPythonReport } from '../../src/python/read-python-report.js';

const statuses = [
  ...['returned', 'threw', 'unserializable', 'step-limit', 'out-of-memory'],
  ...['output-too-large', 'lost'],
];
const read = (text: string): ReturnType<typeof readPythonReport> =>
  readPythonReport({ text, steps: 1, operations: 2 }, true);

/** A program can take its driver over, and then it writes what it likes. */
describe('a report that a program has forged', () => {
  it('is read as some outcome, whatever it is', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(...statuses));
    const names = ['status', 'value', 'logs', 'name', 'message', 'line', 'path', 'reason'];
    const object = fc.dictionary(fc.constantFrom(...names, 'toString', '__proto__'), part);
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      object.map((fields) => JSON.stringify(fields)),
      object.map((fields) => JSON.stringify(fields).slice(0, -1)),
    );
    fc.assert(
      fc.property(text, (forged) => {
        const outcome = read(forged);
        expect(statuses).toContain(outcome.status);
        if (outcome.status === 'returned') {
          expect(outcome.value).toBeDefined();
          for (const line of outcome.logs) expect(line).toBeTypeOf('string');
        }
        if (outcome.status === 'threw') {
          expect(outcome.error.name).toBeTypeOf('string');
          expect(outcome.error.message).toBeTypeOf('string');
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ...['', 'null', '1', '"returned"', '[]', '{', '{}', '{"status":1e999}', '{"status":"correct"}'],
    '{"status":"returned"}',
    '{"status":"returned","value":1}',
    '{"status":"returned","value":1,"logs":"x"}',
    '{"status":"returned","value":1,"logs":[1]}',
    `{"status":"returned","value":${'['.repeat(5000)}${']'.repeat(5000)},"logs":[]}`,
  ])('is lost when it is none: %.60s', (text) => {
    expect(read(text)).toEqual({ status: 'lost' });
  });

  it('has no names but texts', () => {
    const text =
      '{"status":"threw","name":{"toString":1},"message":[1],"line":"x","missingModule":2}';
    expect(read(text)).toEqual({ status: 'threw', error: { name: '', message: '' }, steps: 1 });
  });
});
