import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/contract-calls.js';
import { allVariants } from './support/variants.js';

describe.each([...allVariants])('the limits of $name', (variant) => {
  const { programs, language } = variant;
  const { run, value } = openSandbox(variant);

  it.each(programs.endless)('stop what does not end: %s', async (_, code) => {
    expect(await run(code)).toEqual({ status: 'step-limit' });
    expect(await value(programs.echo, { value: 1 })).toBe(1);
  });

  it('stop what eats memory', async () => {
    expect(await run(programs.memoryBomb)).toEqual({ status: 'out-of-memory' });
    expect(await value(programs.echo, { value: 1 })).toBe(1);
  });

  it('report endless recursion as an error of the program', async () => {
    expect((await run(programs.endlessRecursion)).status).toBe('threw');
    expect(await value(programs.echo, { value: 1 })).toBe(1);
  });

  it.each(programs.hugeResults)('refuse huge results: %s', async (_, code) => {
    expect(await run(code)).toEqual({ status: 'output-too-large' });
  });

  it('count the same steps every time', async () => {
    const input = { rounds: 300_000 };
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => run(programs.loop, input)));
    const steps = outcomes.map((outcome) => (outcome.status === 'returned' ? outcome.steps : -1));
    expect(new Set(steps).size).toBe(1);
    expect(steps[0]).toBeGreaterThan(10);
  });

  it('let a call have the steps that it needs, and not one less', async () => {
    const input = { rounds: 100_000 };
    const outcome = await run(programs.loop, input);
    if (outcome.status !== 'returned') throw new Error(outcome.status);
    const program = { language, code: programs.loop, entrypoint: 'main' };
    await using enough = await variant.create({ maxSteps: outcome.steps });
    expect(await enough.run(program, input)).toEqual(outcome);
    await using less = await variant.create({ maxSteps: outcome.steps - 1 });
    expect(await less.run(program, input)).toEqual({ status: 'step-limit' });
  });
});
