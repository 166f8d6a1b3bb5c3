import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Program, SandboxStartError } from '../../src/index.js';
import { createPythonSandbox, type PythonSandboxOptions } from '../../src/python/index.js';
import { runCommand } from '../support/run-command.js';

const greeting: Program = {
  language: 'python',
  code: 'def main(name="you"):\n    return f"hello {name}"',
  entrypoint: 'main',
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codeio-python-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function greet(options: PythonSandboxOptions): Promise<unknown> {
  await using sandbox = createPythonSandbox({ workers: 1, ...options });
  const outcome = await sandbox.run(greeting, {});
  return outcome.status === 'returned' ? outcome.value : outcome;
}

async function onlyFile(): Promise<string> {
  const files = await readdir(folder);
  expect(files).toEqual([expect.stringMatching(/^python-[0-9a-f]+\.image$/)]);
  return join(folder, files[0] ?? '');
}

describe('the interpreters that a Python sandbox keeps for its next start', () => {
  it('are written once, and read by the next sandbox', async () => {
    expect(await greet({ cacheFolder: folder })).toBe('hello you');
    const file = await onlyFile();
    const longAgo = new Date(0);
    await utimes(file, longAgo, longAgo);
    expect(await greet({ cacheFolder: folder })).toBe('hello you');
    expect(await onlyFile()).toBe(file);
    const { mtimeMs } = await stat(file);
    expect(mtimeMs).toBe(0);
  }, 60_000);

  it.each<[string, (file: string) => Promise<void>]>([
    ['empty', (file) => truncate(file, 0)],
    ['cut off', (file) => truncate(file, 1_000_000)],
    ['something else', (file) => writeFile(file, 'something else')],
    [
      'a beginning without sense',
      async (file) => {
        const bytes = await readFile(file);
        bytes.fill(255, 22, 2000);
        await writeFile(file, bytes);
      },
    ],
  ])(
    'are built anew where the file is %s',
    async (_, harm) => {
      await greet({ cacheFolder: folder });
      const file = await onlyFile();
      const { length } = await readFile(file);
      await harm(file);
      expect(await greet({ cacheFolder: folder })).toBe('hello you');
      expect(await onlyFile()).toBe(file);
      expect((await readFile(file)).length).toBe(length);
    },
    120_000,
  );

  it('are kept nowhere when that is asked for', async () => {
    expect(await greet({ cacheFolder: false })).toBe('hello you');
    expect(await readdir(folder)).toEqual([]);
  }, 60_000);

  it('are no trouble where they cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await greet({ cacheFolder: join(file, 'folder') })).toBe('hello you');
  }, 60_000);

  it('are kept apart by the packages that are in them', async () => {
    const packages = join(folder, 'site-packages');
    const cacheFolder = join(folder, 'cache');
    await mkdir(join(packages, 'greetings'), { recursive: true });
    await writeFile(join(packages, 'greetings', '__init__.py'), 'WORD = "good morning"\n');
    const program = {
      ...greeting,
      code: 'import greetings\ndef main():\n    return greetings.WORD',
    };
    await using without = createPythonSandbox({ workers: 1, cacheFolder });
    expect(await without.run(program, {})).toMatchObject({
      error: { missingModule: 'greetings', line: 1 },
    });
    await using sandbox = createPythonSandbox({
      workers: 1,
      cacheFolder,
      packageFolders: [packages],
    });
    expect(await sandbox.run(program, {})).toMatchObject({ value: 'good morning' });
    expect(sandbox.settings).not.toEqual(without.settings);
    expect((await readdir(cacheFolder)).length).toBe(2);
  }, 120_000);
});

describe('a Python sandbox without pyodide', () => {
  it('says at once what there is not where it was told to look', () => {
    expect(() => createPythonSandbox({ pyodideFolder: folder })).toThrow(SandboxStartError);
    expect(() => createPythonSandbox({ pyodideFolder: folder })).toThrow(
      `the sandbox cannot be started: there is no pyodide in ${folder}`,
    );
  });

  it('rejects the calls when what is there is no pyodide', async () => {
    await writeFile(join(folder, 'package.json'), '{"name":"pyodide","version":"1.0.0"}');
    await using sandbox = createPythonSandbox({ pyodideFolder: folder, workers: 1 });
    await expect(sandbox.run(greeting, {})).rejects.toThrow(SandboxStartError);
    // Nor does it stay broken by having been asked once.
    await expect(sandbox.run(greeting, {})).rejects.toThrow(SandboxStartError);
  });

  it('says how to install it', async () => {
    // A copy of the built library that has no packages around it.
    const script = `
      const { cp, symlink, mkdir, readdir } = await import('node:fs/promises');
      const { join } = await import('node:path');
      const [dist, modules, target] = process.argv.slice(-3);
      await cp(dist, join(target, 'dist'), { recursive: true });
      await mkdir(join(target, 'node_modules'));
      for (const name of await readdir(modules)) {
        if (name !== 'pyodide' && !name.startsWith('.')) await symlink(join(modules, name), join(target, 'node_modules', name));
      }
      const { pathToFileURL } = await import('node:url');
      const { createPythonSandbox, SandboxStartError } = await import(pathToFileURL(join(target, 'dist', 'python.js')).href);
      try {
        createPythonSandbox();
      } catch (error) {
        console.log(error instanceof SandboxStartError, error.code, error.message);
      }`;
    const root = new URL('../../', import.meta.url).pathname;
    const args = ['--input-type=module', '--eval', script, '--'];
    const result = await runCommand(process.execPath, [
      ...args,
      ...[join(root, 'dist'), join(root, 'node_modules'), folder],
    ]);
    expect(result).toEqual({
      exitCode: 0,
      stdout:
        'true sandbox-start the sandbox cannot be started: pyodide is not installed: npm install pyodide\n',
      stderr: '',
    });
  });
});
