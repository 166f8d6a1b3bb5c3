import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, Outcome, RunOptions } from '../../src/index.js';
import { callFresh } from './support/fresh-interpreter.js';
import { openPython } from './support/python-calls.js';
import {
  endingPrograms,
  statefulPrograms,
  statelessPrograms,
} from './support/repeated-programs.js';

const programs = [...statelessPrograms, ...statefulPrograms, ...endingPrograms];
const limits = { maxSteps: 100, memoryLimitBytes: 64 * 1024 * 1024 };
const { run } = openPython(limits);

// The first interpreter takes longer than the others.
beforeAll(() => callFresh('', {}, limits));

const known = new Map<string, Promise<Outcome>>();

/** What becomes of a call in an interpreter of its own. */
function alone(code: string, input: JsonObject, options: RunOptions): Promise<Outcome> {
  const key = JSON.stringify([code, input, options]);
  const outcome = known.get(key) ?? callFresh(code, input, { ...options, ...limits });
  known.set(key, outcome);
  return outcome;
}

describe('a call in a Python sandbox', () => {
  it.each(programs)('comes to the same each time: $title', async ({ code, inputs }) => {
    for (const [index, input] of [...inputs, ...inputs].entries()) {
      const options = { seed: index % inputs.length, countOperations: true };
      const first = await run(code, input, options);
      expect(await run(code, input, options)).toEqual(first);
      expect(await run(code, input, options)).toEqual(first);
      expect(first).toEqual(await alone(code, input, options));
    }
  });

  it('comes to what it comes to alone, whatever was called before', async () => {
    const call = fc.record({
      input: fc.nat(2),
      seed: fc.nat(3),
      countOperations: fc.boolean(),
      nowMs: fc.constantFrom(undefined, 5000),
    });
    const visits = fc.array(
      fc.record({
        program: fc.constantFrom(...programs),
        calls: fc.array(call, { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    const property = fc.asyncProperty(visits, async (visited) => {
      for (const { program, calls } of visited) {
        for (const { input: index, ...options } of calls) {
          const input = program.inputs[index] ?? {};
          const outcome = await run(program.code, input, options);
          expect(outcome).toEqual(await alone(program.code, input, options));
        }
      }
    });
    await fc.assert(property, { numRuns: 12 });
  }, 120_000);

  it.each(statelessPrograms)(
    'stays what it is a thousand times: $title',
    async ({ code, inputs }) => {
      const options = { seed: 3, countOperations: true };
      const calls = Array.from({ length: 1000 }, (_, n) => {
        const input = inputs[n % inputs.length] ?? {};
        return run(code, input, options).then(async (outcome) => {
          expect(outcome).toEqual(await alone(code, input, options));
        });
      });
      await Promise.all(calls);
    },
  );
});
