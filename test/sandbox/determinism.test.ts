import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { createInProcessSandbox, createSandbox } from '../../src/index.js';
import { runCommand } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';
import { calls, type DeterministicCall, limits } from './determinism/programs.js';
import { type OutcomeRecord, recordOutcomes } from './determinism/record.js';

/**
 * What every machine and every version of Node.js must give. Written anew with `vitest -u` when
 * what a step is has changed, by another version of the interpreter for example.
 */
const recordFile = './determinism.outcomes.json';
const expectRecorded = (outcomes: OutcomeRecord): Promise<void> => {
  const sorted = Object.entries(outcomes).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
  return expect(text).toMatchFileSnapshot(recordFile);
};

const spinning: ChildProcess[] = [];
const burn = (cores: number): void => {
  for (let i = 0; i < cores; i++) {
    spinning.push(spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }));
  }
};
afterEach(() => {
  for (const child of spinning.splice(0)) child.kill('SIGKILL');
});

/** An order that looks like none and is the same in every run. */
function shuffle(seed: number): DeterministicCall[] {
  const shuffled = [...calls];
  let state = seed;
  for (let i = shuffled.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [shuffled[i], shuffled[j]] = [
      shuffled[j] as DeterministicCall,
      shuffled[i] as DeterministicCall,
    ];
  }
  return shuffled;
}

describe('the outcomes of a hundred programs, steps included, are those on record', () => {
  it('in process', async () => {
    await using sandbox = await createInProcessSandbox(limits);
    await expectRecorded(await recordOutcomes(sandbox, calls));
  });

  it.skipIf(!isSlowRun)('in process, in other orders', async () => {
    await using sandbox = await createInProcessSandbox(limits);
    await expectRecorded(await recordOutcomes(sandbox, shuffle(1)));
    await expectRecorded(await recordOutcomes(sandbox, shuffle(2)));
  });

  it('in the pool', async () => {
    await using sandbox = createSandbox({ ...limits, workers: 2 });
    await expectRecorded(await recordOutcomes(sandbox, shuffle(3)));
  });

  it('in the pool while both cores are busy with something else', async () => {
    burn(2);
    await using sandbox = createSandbox({ ...limits, workers: 2 });
    await expectRecorded(await recordOutcomes(sandbox, calls));
  });

  it.skipIf(!isSlowRun)('in process while both cores are busy with something else', async () => {
    burn(2);
    await using sandbox = await createInProcessSandbox(limits);
    await expectRecorded(await recordOutcomes(sandbox, calls));
  });
});

describe('the time zone and the locale of the host', () => {
  const dated = calls.filter(({ name }) => /^(local date|clock|timers|text|sort)/.test(name));
  const script = `
    const { createInProcessSandbox } = await import('codeio/sandbox');
    const sandbox = await createInProcessSandbox(${JSON.stringify(limits)});
    const outcomes = [];
    for (const { program, input, options } of ${JSON.stringify(dated)}) {
      outcomes.push(await sandbox.run(program, input, options));
    }
    const host = new Date(0).getTimezoneOffset();
    console.log(JSON.stringify({ host, outcomes }));`;

  it.each([
    [{ TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, 300],
    [{ TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, -330],
  ])('change nothing: %o', async (env, offsetMinutes) => {
    const args = ['--input-type=module', '--eval', script];
    const { stdout, stderr } = await runCommand(process.execPath, args, { env });
    expect(stderr).toBe('');
    const { host, outcomes } = JSON.parse(stdout) as { host: number; outcomes: unknown };
    expect(host).toBe(offsetMinutes);
    await using sandbox = await createInProcessSandbox(limits);
    const here = [];
    for (const { program, input, options } of dated) {
      here.push(await sandbox.run(program, input, options));
    }
    expect(outcomes).toEqual(here);
  });
});
