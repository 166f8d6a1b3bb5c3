import { describe, expect, it } from 'vitest';
import { createInProcessSandbox, type Outcome } from '../../src/index.js';
import { isSlowRun } from '../support/slow-run.js';
import { calls, limits } from './calls.js';
import { findChromium, openInChromium } from './chromium.js';
import { bundlePage, servePage } from './page-server.js';

const chromium = isSlowRun ? findChromium() : undefined;
if (isSlowRun && chromium === undefined) {
  console.log(
    'Skipping the sandbox in a web page: there is no Chromium (CHROMIUM_PATH names one).',
  );
}

/** What Node.js gives, with the names of the calls, as JSON carries it. */
async function outcomesInNode(): Promise<unknown> {
  const outcomes: Outcome[] = [];
  await using sandbox = await createInProcessSandbox(limits);
  for (const { program, input, options } of calls) {
    outcomes.push(await sandbox.run(program, input, options));
  }
  return named(outcomes);
}

const named = (outcomes: readonly Outcome[]): unknown =>
  JSON.parse(JSON.stringify(outcomes.map((outcome, i) => [calls[i]?.name, outcome])));

describe('codeio/sandbox in a bundle for browsers', () => {
  it('is the entry for browsers, and takes in nothing of Node.js', async () => {
    const { metafile } = await bundlePage();
    const files = Object.entries(metafile.inputs);
    expect(files.map(([path]) => path)).toContain('dist/sandbox-browser.js');
    expect(files.map(([path]) => path)).not.toContain('dist/sandbox.js');
    const imported = files.flatMap(([, { imports }]) => imports);
    expect(imported.filter(({ external }) => external).map(({ path }) => path)).toEqual([]);
    expect(imported.filter(({ path }) => path.startsWith('node:'))).toEqual([]);
  });
});

describe.skipIf(chromium === undefined)('codeio/sandbox in a web page', () => {
  it.each(['application/wasm', 'application/octet-stream'])(
    'gives what it gives in Node.js, with the interpreter served as %s',
    async (wasmType) => {
      const { outputFiles } = await bundlePage();
      await using server = await servePage(outputFiles[0]?.text ?? '', wasmType);
      await using browser = await openInChromium(chromium ?? '', server.url);
      const report = await Promise.race([server.report, browser.untimelyEnd]);
      if ('failure' in report) throw new Error(report.failure);
      const expected = await outcomesInNode();
      expect(report.rounds.map(named)).toEqual([expected, expected]);
      expect(report.rejection).toBe('SandboxClosedError: the sandbox has been closed');
    },
    60_000,
  );

  it('has calls of every kind to compare', async () => {
    const outcomes = (await outcomesInNode()) as [string, Outcome][];
    const statuses = new Set(outcomes.map(([, { status }]) => status));
    expect([...statuses].sort()).toEqual([
      'out-of-memory',
      'output-too-large',
      'returned',
      'step-limit',
      'threw',
      'unserializable',
    ]);
  });
});
