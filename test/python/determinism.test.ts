import { expect, it } from 'vitest';
import { createPythonSandbox } from '../../src/python/index.js';
import { runCommand } from '../support/run-command.js';
import { statefulPrograms, statelessPrograms } from './support/repeated-programs.js';

const surroundings = `import datetime, locale, os, sys, time
def main(n):
    return [str(datetime.datetime.now().astimezone()), time.tzname, time.strftime('%A %x'), locale.getlocale(),
        sys.path, sys.flags.hash_randomization, sorted(os.environ), f'{1234567.5:n}', 'I'.lower(), sorted('zäÄa')]`;

const calls = [
  ...[...statelessPrograms, ...statefulPrograms].map(({ code, inputs }) => ({ code, inputs })),
  { code: surroundings, inputs: [{ n: 1 }] },
].flatMap(({ code, inputs }) =>
  inputs.map((input, seed) => ({
    program: { language: 'python' as const, code, entrypoint: 'main' },
    input,
    options: { seed, nowMs: 1e12 + 5 * seed },
  })),
);

const script = `
  const { createPythonSandbox } = await import('codeio/python');
  const sandbox = createPythonSandbox({ workers: 1 });
  const outcomes = [];
  for (const { program, input, options } of ${JSON.stringify(calls)}) {
    outcomes.push(await sandbox.run(program, input, options));
  }
  console.log(JSON.stringify({ host: new Date(0).getTimezoneOffset(), outcomes }));`;

it.each([
  [
    { TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', PYTHONHASHSEED: '7' },
    300,
  ],
  [{ TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', PYTHONPATH: '/nowhere', PYTHONUTF8: '0' }, -330],
])(
  'the time zone, the locale and the settings of the host change nothing: %o',
  async (env, minutes) => {
    const args = ['--input-type=module', '--eval', script];
    const { stdout, stderr } = await runCommand(process.execPath, args, { env });
    expect(stderr).toBe('');
    const { host, outcomes } = JSON.parse(stdout) as { host: number; outcomes: unknown };
    expect(host).toBe(minutes);
    await using sandbox = createPythonSandbox({ workers: 2 });
    const here = await Promise.all(
      calls.map(({ program, input, options }) => sandbox.run(program, input, options)),
    );
    expect(outcomes).toEqual(JSON.parse(JSON.stringify(here)));
  },
  60_000,
);
