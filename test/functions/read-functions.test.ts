import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FunctionFolderError, readFunction, readFunctions } from '../../src/index.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-functions-'));
});
afterEach(() => rm(directory, { recursive: true }));

const description = {
  entrypoint: 'main',
  parameters: ['n'],
  query: 'What is `n`?',
  ioDescription: ['Input:', '  `n`'],
};

async function folder(name: string, files: Record<string, unknown>): Promise<string> {
  const path = join(directory, name);
  await mkdir(path);
  for (const [file, content] of Object.entries(files)) {
    await writeFile(
      join(path, file),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return path;
}

describe('readFunction', () => {
  it('reads code, generator and description', async () => {
    const path = await folder('one', {
      'solution.ts': 'export const main = (n: number) => n;',
      'generate-input.ts': 'export const generateInput = () => ({ n: 1 });',
      'function.json': { ...description, category: 'games' },
    });
    expect(await readFunction(path)).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      language: 'typescript',
      code: 'export const main = (n: number) => n;',
      inputGenerator: 'export const generateInput = () => ({ n: 1 });',
      ioDescription: 'Input:\n  `n`',
      category: 'games',
    });
  });

  it('reads Python, whose values need no order', async () => {
    const { parameters: _, ...named } = description;
    const path = await folder('two', {
      'solution.py': 'def main(n):\n    return n',
      'generate-input.py': 'def generate_input():\n    return {"n": 1}',
      'generate-input.js': 'not this one',
      'function.json': named,
    });
    const fn = await readFunction(path);
    expect(fn).toMatchObject({
      language: 'python',
      code: 'def main(n):\n    return n',
      inputGenerator: 'def generate_input():\n    return {"n": 1}',
    });
    expect(fn.parameters).toBeUndefined();
  });

  it.each([
    [
      'a folder without code',
      { 'function.json': description },
      /holds no solution\.ts, solution\.js or solution\.py/,
    ],
    ['a description that is missing', { 'solution.js': 'x' }, /function\.json: ENOENT/],
    [
      'a description that is not JSON',
      { 'solution.js': 'x', 'function.json': '{' },
      /function\.json: /,
    ],
    [
      'a field that is missing',
      { 'solution.js': 'x', 'function.json': { ...description, query: undefined } },
      /query/,
    ],
    [
      'a field that is misspelled',
      { 'solution.js': 'x', 'function.json': { ...description, querry: 'x' } },
      /querry/,
    ],
  ])('names %s', async (_, files, message) => {
    const path = await folder('bad', files);
    await expect(readFunction(path)).rejects.toThrow(FunctionFolderError);
    await expect(readFunction(path)).rejects.toThrow(message);
    await expect(readFunction(path)).rejects.toThrow(path);
  });
});

describe('readFunctions', () => {
  it('goes through the folders by name and passes over files', async () => {
    await writeFile(join(directory, 'README.md'), '');
    for (const name of ['b', 'a'])
      await folder(name, { 'solution.js': name, 'function.json': description });
    const codes: string[] = [];
    for await (const { code } of readFunctions(directory)) codes.push(code);
    expect(codes).toEqual(['a', 'b']);
  });

  it('names a directory that is not there', async () => {
    await expect(readFunctions(join(directory, 'none')).next()).rejects.toThrow(
      /none: cannot be read/,
    );
  });
});
