import { describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../support/run-command.js';

const head = `
  const double = { language: 'javascript', code: 'const double = (n) => 2 * n', entrypoint: 'double', parameters: ['n'] };
  const stuck = { language: 'javascript', code: 'const main = () => [].indexOf.call({ length: 2 ** 53 - 1 }, 1)', entrypoint: 'main' };
  const show = (outcome) => console.log(outcome.value ?? outcome.status);
  const { createSandbox } = `;
const runModule = (code: string): Promise<CommandResult> => {
  const script = `${head} await import('codeio/sandbox');\n${code}`;
  return runCommand(process.execPath, ['--input-type=module', '--eval', script]);
};
const runCommonJs = (code: string): Promise<CommandResult> =>
  runCommand(process.execPath, ['--eval', `${head} require('codeio/sandbox');\n${code}`]);

const printed = (...lines: unknown[]): CommandResult => ({
  exitCode: 0,
  stdout: lines.map((line) => `${line}\n`).join(''),
  stderr: '',
});

describe('a process with a pool', () => {
  it('ends by itself when the pool was never used', async () => {
    expect(await runModule(`createSandbox(); console.log('end');`)).toEqual(printed('end'));
  });

  it('ends by itself when the pool is idle, unclosed', async () => {
    const code = `show(await createSandbox({ workers: 2 }).run(double, { n: 21 }));`;
    expect(await runModule(code)).toEqual(printed(42));
  });

  it('does not end before the calls in flight are over', async () => {
    const code = `const sandbox = createSandbox({ workers: 2 });
      for (const n of [1, 2, 3]) sandbox.run(double, { n }).then(show).then(() => sandbox.run(double, { n: 10 })).then(show);`;
    const { exitCode, stdout, stderr } = await runModule(code);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.trim().split('\n').sort()).toEqual(['2', '20', '20', '20', '4', '6']);
  });

  it('does not end before a stuck call is lost, and what waits behind it is made', async () => {
    // Long enough for a thread that starts while other processes take the cores.
    const code = `const sandbox = createSandbox({ workers: 1, wallClockMs: 1500 });
      sandbox.run(stuck, {}).then(show); sandbox.run(double, { n: 1 }).then(show);`;
    expect(await runModule(code)).toEqual(printed('lost', 2));
  });

  it('hears no warning of listeners when thousands of calls share a signal', async () => {
    const code = `const { signal } = new AbortController();
      const sandbox = createSandbox({ workers: 2 });
      const calls = Array.from({ length: 3000 }, (_, n) => sandbox.run(double, { n }, { signal }));
      show((await Promise.all(calls)).at(-1));`;
    expect(await runModule(code)).toEqual(printed(5998));
  });

  it('ends after closing an idle pool, a busy one, and one that has just been started', async () => {
    const code = `
      const idle = createSandbox({ workers: 2 });
      show(await idle.run(double, { n: 1 }));
      await idle[Symbol.asyncDispose]();
      const busy = createSandbox({ workers: 2 });
      await busy.run(double, { n: 1 });
      const lost = busy.run(stuck, {}).catch((error) => console.log(error.code));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await busy[Symbol.asyncDispose]();
      await lost;
      const started = createSandbox({ workers: 2 });
      const call = started.run(double, { n: 1 }).catch((error) => console.log(error.code));
      await started[Symbol.asyncDispose]();
      await call;
      console.log('end');`;
    expect(await runModule(code)).toEqual(printed(2, 'sandbox-closed', 'sandbox-closed', 'end'));
  });

  it('ends in CommonJS, too', async () => {
    const code = `createSandbox({ workers: 2 }).run(double, { n: 21 }).then(show);`;
    expect(await runCommonJs(code)).toEqual(printed(42));
  });
});
