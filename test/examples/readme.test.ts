import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, runTypeScript } from '../support/run-command.js';
import { isSlowRun } from '../support/slow-run.js';

const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
const snippet = /```ts\n([\s\S]*?)```(?:\s*Prints:\s*```text\n([\s\S]*?)```)?/g;
const snippets = [...readme.matchAll(snippet)].map(([, code = '', printed]) => ({ code, printed }));

const folder = join(projectRoot, 'output', 'readme');

describe('the README', () => {
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  });

  it('has snippets, the first of which shows what it prints', () => {
    expect(snippets.length).toBeGreaterThan(3);
    expect(snippets[0]?.printed).toBeDefined();
  });

  const tried = snippets
    .map(({ code, printed }, index) => [index + 1, code, printed] as const)
    .filter(([number]) => isSlowRun || number === 1);

  it.each(tried)('snippet %i runs and prints what it says', async (number, code, printed) => {
    const file = join(folder, `snippet-${number}.ts`);
    await writeFile(file, code);
    const { exitCode, stdout, stderr } = await runTypeScript(file);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    if (printed !== undefined) expect(stdout).toBe(printed);
  });
});
