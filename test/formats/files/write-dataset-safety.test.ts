import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatasetWriteError } from '../../../src/errors/dataset-write-error.js';
import { writeDataset } from '../../../src/formats/files/write-dataset.js';
import type { WrittenDataset } from '../../../src/formats/files/written-dataset.js';
import type { Conversation } from '../../../src/index.js';
import { chatFormat, many, plainFormat, readLines } from '../support/datasets.js';

let parent: string;
let directory: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'codeio-safety-'));
  directory = join(parent, 'dataset');
});
afterEach(() => rm(parent, { recursive: true }));

const splits = { test: 0 };
const formats = { plain: plainFormat, chat: chatFormat };

function write(
  source: Parameters<typeof writeDataset>[0],
  options: { overwrite?: boolean; signal?: AbortSignal } = {},
): Promise<WrittenDataset> {
  return writeDataset(source, { directory, formats, splits, ...options });
}

async function rows(): Promise<number> {
  return (await readLines(join(directory, 'plain/train-00000-of-00001.jsonl'))).length;
}

async function* failing(count: number): AsyncGenerator<Conversation> {
  yield* many(count);
  throw new Error('the source failed');
}

describe('a dataset that is written anew', () => {
  it('is the former one until the new one is complete, also when the source fails', async () => {
    await write(many(5));
    await expect(write(failing(20))).rejects.toThrow('the source failed');
    expect(await rows()).toBe(5);
    expect(await readdir(parent)).toEqual(['dataset']);
    await write(many(7));
    expect(await rows()).toBe(7);
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('is the former one when a format or the card fails', async () => {
    await write(many(5));
    const broken = {
      ...plainFormat,
      toRows(): never {
        throw new RangeError('a bug');
      },
    };
    const options = { directory, splits, formats: { good: plainFormat, broken } };
    await expect(writeDataset(many(9), options)).rejects.toThrow('a bug');
    expect(await rows()).toBe(5);
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('is the former one when it is aborted, also while the source does not answer', async () => {
    await write(many(5));
    const controller = new AbortController();
    async function* hanging(): AsyncGenerator<Conversation> {
      yield* many(3);
      setTimeout(() => controller.abort(new Error('enough')), 5);
      await new Promise(() => {});
    }
    await expect(write(hanging(), { signal: controller.signal })).rejects.toThrow('enough');
    await expect(write(many(3), { signal: controller.signal })).rejects.toThrow('enough');
    expect(await rows()).toBe(5);
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('is not replaced by one without rows', async () => {
    await write(many(5));
    await expect(write([])).rejects.toThrow(
      expect.objectContaining({ code: 'dataset-write', problem: 'no-rows', directory }),
    );
    expect(await rows()).toBe(5);
  });

  it('is written by one at a time', async () => {
    async function* slow(): AsyncGenerator<Conversation> {
      yield* many(3);
      await expect(write(many(4))).rejects.toThrow(expect.objectContaining({ problem: 'in-use' }));
    }
    await write(slow());
    expect(await rows()).toBe(3);
  });

  it('clears away what a process left that was killed, and only that', async () => {
    const id = '0b7c2c1e-8a52-4b39-9a51-5e6f7a8b9c0d';
    await write(many(5));
    await mkdir(`${directory}.${id}.draft/plain`, { recursive: true });
    await writeFile(`${directory}.${id}.draft/plain/train-00000.jsonl`, 'half');
    await mkdir(`${directory}.mine.draft`);
    await write(many(6));
    expect((await readdir(parent)).sort()).toEqual(['dataset', 'dataset.mine.draft']);
  });

  it('comes back when a process was killed between taking it away and putting the new one', async () => {
    const id = '0b7c2c1e-8a52-4b39-9a51-5e6f7a8b9c0d';
    await write(many(5));
    await rename(directory, `${directory}.${id}.former`);
    await expect(write(failing(2))).rejects.toThrow('the source failed');
    expect(await rows()).toBe(5);
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('is replaced where it is when the directory is a link', async () => {
    const real = join(parent, 'real');
    await mkdir(real);
    await symlink(real, directory);
    await write(many(5));
    await write(many(6));
    expect(await rows()).toBe(6);
    expect((await readdir(parent)).sort()).toEqual(['dataset', 'real']);
    expect(await readdir(real)).toContain('README.md');
  });
});

describe('a directory that holds something else', () => {
  it('is refused before anything is read, whatever the options', async () => {
    await mkdir(directory);
    await writeFile(join(directory, 'thesis.txt'), 'years of work');
    const refused = write(failing(0), { overwrite: true });
    await expect(refused).rejects.toThrow(DatasetWriteError);
    await expect(refused).rejects.toThrow(/other-files|thesis\.txt/);
    expect(await readdir(parent)).toEqual(['dataset']);
    expect(await readFile(join(directory, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('is refused when the file lies within a dataset, or comes while it is written', async () => {
    await write(many(5));
    const note = join(directory, 'plain', 'note.txt');
    async function* interrupted(): AsyncGenerator<Conversation> {
      yield* many(3);
      await writeFile(note, 'remember');
    }
    for (const source of [interrupted(), many(4)]) {
      await expect(write(source, { overwrite: true })).rejects.toThrow(
        expect.objectContaining({ problem: 'other-files' }),
      );
    }
    expect(await readFile(note, 'utf8')).toBe('remember');
    expect(await rows()).toBe(5);
    await rm(note);
    await write(many(6));
    expect(await rows()).toBe(6);
  });

  it('may be an empty one, and may not be a file', async () => {
    await mkdir(directory);
    await write(many(2));
    expect(await rows()).toBe(2);
    await rm(directory, { recursive: true });
    await writeFile(directory, 'a file');
    await expect(write(many(2))).rejects.toThrow('holds what is not of a dataset');
    expect(await readFile(directory, 'utf8')).toBe('a file');
  });

  it('is replaced with files changed by hand only when that is asked for', async () => {
    await write(many(5));
    const card = join(directory, 'README.md');
    const text = await readFile(card, 'utf8');
    await writeFile(card, text.replace('## Numbers', '## Nambers'));
    await expect(write(many(6))).rejects.toThrow(
      expect.objectContaining({
        problem: 'changed-files',
        message: expect.stringContaining('(README.md): `overwrite: true` replaces them'),
      }),
    );
    expect(await rows()).toBe(5);
    await write(many(6), { overwrite: true });
    expect(await rows()).toBe(6);
  });
});
