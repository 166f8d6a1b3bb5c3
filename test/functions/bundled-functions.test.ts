import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bundledLimits } from '../../examples/support/bundled-limits.js';
import {
  type CodeFunction,
  canonicalJson,
  collectPairs,
  createSandbox,
  readFunctions,
} from '../../src/index.js';
import { bundledFunctions } from '../support/bundled.js';

const functions: CodeFunction[] = [];
for await (const fn of readFunctions(bundledFunctions)) functions.push(fn);

const kinds = [
  'logic-flow planning',
  'state-space search',
  'decision-tree traversal',
  'modular decomposition',
  'puzzles',
  'number theory',
  'scientific computation',
  'system simulation',
  'scheduling',
  'text formats',
  'dates and money',
  'geometry',
  'graph problems',
  'games',
];

describe('the bundled functions', () => {
  it('are many, of every kind, in both languages, and no one-liners', () => {
    expect(functions.length).toBeGreaterThanOrEqual(60);
    expect(new Set(functions.map(({ category }) => category))).toEqual(new Set(kinds));
    expect(new Set(functions.map(({ language }) => language)).size).toBe(2);
    const lines = functions.map(
      ({ code }) => code.split('\n').filter((line) => line.trim() !== '').length,
    );
    expect(lines.sort((a, b) => a - b)[Math.floor(lines.length / 2)]).toBeGreaterThanOrEqual(20);
  });

  it('ask questions that name their variables', () => {
    for (const { query, ioDescription, parameters = [] } of functions) {
      expect(query).toMatch(/\?$/);
      for (const name of parameters) {
        expect(query).toContain(`\`${name}\``);
        expect(ioDescription).toContain(`\`${name}\``);
      }
    }
  });

  it('each yield ten distinct, reproducible, varied pairs that fit their schema', async () => {
    await using sandbox = createSandbox();
    const ajv = new Ajv2020();
    await Promise.all(
      functions.map(async (fn) => {
        const { pairs } = await collectPairs(fn, {
          sandbox,
          count: 10,
          seed: 1,
          limits: bundledLimits,
        });
        expect(pairs, fn.entrypoint).toHaveLength(10);
        const outputs = new Set(pairs.map(({ output }) => canonicalJson(output)));
        expect(outputs.size, fn.entrypoint).toBeGreaterThanOrEqual(5);
        const fits = ajv.compile(fn.inputSchema ?? {});
        for (const { input } of pairs) expect(fits(input), fn.entrypoint).toBe(true);
      }),
    );
  });
});
