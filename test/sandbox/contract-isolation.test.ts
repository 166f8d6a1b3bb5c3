import { describe, expect, it } from 'vitest';
import { openSandbox } from './support/contract-calls.js';
import { allVariants } from './support/variants.js';

describe.each([...allVariants])('in $name', (variant) => {
  const { programs } = variant;
  const { run, value } = openSandbox(variant);

  it.each(programs.marks)('nothing of `%s` reaches the next call', async (mark) => {
    const before = await run(programs.probe);
    expect(before.status).toBe('returned');
    await run(programs.leave(mark, false));
    expect(await run(programs.probe)).toEqual(before);
    await run(programs.leave(mark, true));
    expect(await run(programs.probe)).toEqual(before);
  });

  it('a program does not see its own earlier calls', async () => {
    const { countCalls } = programs;
    expect([await value(countCalls), await value(countCalls), await value(countCalls)]).toEqual([
      1, 1, 1,
    ]);
  });

  it('the host is out of reach', async () => {
    const ways = (await value(programs.reachHost)) as string[];
    expect(ways.length).toBeGreaterThan(0);
    expect(ways).toEqual(ways.map(() => 'closed'));
  });

  it('what a program replaces does not change what is read back', async () => {
    expect(await value(programs.forge)).toEqual({ real: [1, 'two'] });
  });
});
