import { describe, expect, it } from 'vitest';
import type { JsonObject, Outcome, Sandbox } from '../../src/index.js';
import { variants } from './support/variants.js';

const loop = `function main({ rounds, length }) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i;
  return Array.from({ length }, () => sum);
}`;

function count(sandbox: Sandbox, input: JsonObject, code = loop): Promise<Outcome> {
  const program = { language: 'javascript' as const, code, entrypoint: 'main' };
  return sandbox.run(program, input, { countOperations: true });
}

async function operationsOf(...call: Parameters<typeof count>): Promise<number> {
  const outcome = await count(...call);
  if (outcome.status !== 'returned') throw new Error(outcome.status);
  return outcome.operations ?? Number.NaN;
}

describe.each(variants)('the operations that %s counts', (_, create) => {
  it('grow with the rounds of a loop, far below a step and above it', async () => {
    await using sandbox = await create();
    const counts: number[] = [];
    for (const rounds of [0, 1, 10, 100, 100_000]) {
      counts.push(await operationsOf(sandbox, { rounds, length: 0 }));
    }
    const [none = 0, ...others] = counts;
    expect(none).toBeGreaterThan(0);
    expect(none).toBeLessThan(50);
    expect(others.map((each) => each - none)).toEqual([2, 20, 200, 200_000]);
  });

  it('are the same every time, whatever was called before', async () => {
    await using sandbox = await create();
    const first = await operationsOf(sandbox, { rounds: 50, length: 3 });
    await count(sandbox, {}, 'function main() { for (;;); }');
    await Promise.all([1, 2, 3].map((rounds) => count(sandbox, { rounds, length: 1 })));
    await count(
      sandbox,
      {},
      'const early = [...Array(999).keys()].map(Math.sqrt); const main = () => 1',
    );
    expect(await operationsOf(sandbox, { rounds: 50, length: 3 })).toBe(first);
  });

  it('do not grow with what it takes to load the program, or to read and write values', async () => {
    await using sandbox = await create();
    const plain = 'const main = ({ list }) => list';
    const few = await operationsOf(sandbox, { list: [1] }, plain);
    expect(await operationsOf(sandbox, { list: Array(500).fill({ a: 'b' }) }, plain)).toBe(few);
    const loading = `for (let i = 0; i < 50_000; i++); ${plain}`;
    expect(await operationsOf(sandbox, { list: [] }, loading)).toBe(few);
  });

  it('take in what happens before a promise settles', async () => {
    await using sandbox = await create();
    const code = 'async function main({ n }) { await null; for (let i = 0; i < n; i++); return n }';
    const [one, many] = [
      await operationsOf(sandbox, { n: 0 }, code),
      await operationsOf(sandbox, { n: 900 }, code),
    ];
    expect(many - one).toBe(1800);
  });

  it('are not told unless asked for', async () => {
    await using sandbox = await create();
    const program = { language: 'javascript' as const, code: loop, entrypoint: 'main' };
    const outcome = await sandbox.run(program, { rounds: 1, length: 0 });
    expect(outcome).toEqual({ status: 'returned', value: [], steps: 0, logs: [] });
  });
});
