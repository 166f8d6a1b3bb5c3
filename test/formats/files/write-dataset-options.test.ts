import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDataset } from '../../../src/formats/files/write-dataset.js';
import { many, plainFormat } from '../support/datasets.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-options-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('the options of writeDataset', () => {
  const formats = { plain: plainFormat };

  it.each([
    [{ directory: '' }, 'directory must be a path'],
    [{ formats: {} }, 'formats must be an object with at least one format'],
    [{ formats: { 'a/b': plainFormat } }, 'formats must be names of letters, digits'],
    [{ formats: { '..': plainFormat } }, 'formats must be names of letters, digits'],
    [{ formats: { '.hidden': plainFormat } }, 'formats must be names of letters, digits'],
    [{ formats: { 'README.md': plainFormat } }, 'formats must be names that are free'],
    [{ formats: { sft: plainFormat, SFT: plainFormat } }, 'formats must be names that are free'],
    [{ formats: { sft: 'trl' } }, 'formats.sft must be a format with `columns` and `toRows`'],
    [{ parquet: 'yes' }, 'parquet must be true or false, got "yes"'],
    [{ parquet: false, jsonl: false }, 'jsonl must be true when parquet is false'],
    [{ shardBytes: 0 }, 'shardBytes must be an integer of at least 1'],
    [{ rowsPerShard: 1.5 }, 'rowsPerShard must be an integer of at least 1'],
    [{ samples: 0 }, 'samples must be an integer of at least 1'],
    [{ splits: { test: 2 } }, 'test must be a share from 0 to 1'],
    [{ validation: { maxTokens: 10 } }, 'countTokens must be a function when maxTokens is given'],
    [{ card: { name: 'a\nb' } }, 'card.name must be a text of one line'],
    [{ card: { license: '' } }, 'card.license must be an identifier'],
    [{ card: { license: { name: 'ours' } } }, 'card.license must be an identifier'],
  ])('are checked at once: %j', async (wrong, message) => {
    const options = { directory: join(directory, 'new'), formats, ...wrong };
    const written = writeDataset(many(3), options as Parameters<typeof writeDataset>[1]);
    await expect(written).rejects.toThrow(message);
    await expect(written).rejects.toThrow(TypeError);
    expect(await readdir(directory)).toEqual([]);
  });

  it('want conversations that can be read one by one', async () => {
    const options = { directory: join(directory, 'new'), formats };
    await expect(writeDataset('none' as never, options)).rejects.toThrow(
      'conversations must be an iterable or async iterable, got "none"',
    );
  });
});
