import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDataset } from '../../../src/formats/files/write-dataset.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import { chooseSplit, NotRepresentableError } from '../../../src/index.js';
import {
  about,
  chatFormat,
  many,
  plainFormat,
  readHead,
  readLines,
  readParquet,
} from '../support/datasets.js';

let parent: string;
let directory: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'codeio-dataset-'));
  directory = join(parent, 'made', 'dataset');
});
afterEach(() => rm(parent, { recursive: true }));

async function listed(): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

describe('writeDataset', () => {
  it('writes a folder a format, with the same rows as Parquet and as JSON lines, and a card', async () => {
    const written = await writeDataset(many(40), {
      directory,
      formats: { plain: plainFormat, chat: chatFormat },
      splits: { test: 0.2 },
    });
    expect(await listed()).toEqual([
      '.codeio-dataset.json',
      'README.md',
      ...['chat', 'plain'].flatMap((name) => [
        `${name}/test-00000-of-00001.jsonl`,
        `${name}/test-00000-of-00001.parquet`,
        `${name}/train-00000-of-00001.jsonl`,
        `${name}/train-00000-of-00001.parquet`,
      ]),
    ]);
    const { train, test } = written.configs.plain?.splits ?? {};
    expect((train?.rows ?? 0) + (test?.rows ?? 0)).toBe(40);
    for (const split of [train, test]) {
      for (const { path, bytes } of split?.files ?? []) {
        expect((await stat(join(directory, path))).size).toBe(bytes);
      }
    }
    const lines = await readLines(join(directory, 'chat/train-00000-of-00001.jsonl'));
    const rows = await readParquet(join(directory, 'chat/train-00000-of-00001.parquet'));
    // The lines as the format made them; the typed rows with every field.
    expect(lines[0]).toEqual({
      messages: [
        { role: 'system', content: 'Think.' },
        { role: 'user', content: 'What is the output?' },
        { role: 'assistant', content: 'Answer 1 of sample 0: {"output": 1}', weight: 1 },
      ],
    });
    expect(rows[0]).toEqual({
      messages: [
        { role: 'system', content: 'Think.', weight: null },
        { role: 'user', content: 'What is the output?', weight: null },
        { role: 'assistant', content: 'Answer 1 of sample 0: {"output": 1}', weight: 1n },
      ],
    });
    expect(rows).toHaveLength(lines.length);
  });

  it('keeps a function on one side, the same in every format, as `chooseSplit` says', async () => {
    const conversations = many(60).flatMap((one) => [one, one]);
    const splits = { test: 0.2, validation: 0.2, seed: 7 };
    await writeDataset(conversations, {
      directory,
      formats: { plain: plainFormat, again: plainFormat },
      splits,
      parquet: false,
    });
    for (const split of ['train', 'validation', 'test']) {
      const rows = await readLines(join(directory, `plain/${split}-00000-of-00001.jsonl`));
      expect(rows.every(({ id }) => chooseSplit(String(id), splits) === split)).toBe(true);
      expect(await readLines(join(directory, `again/${split}-00000-of-00001.jsonl`))).toEqual(rows);
    }
  });

  it('deals rows out to shards by size and by number, and loses none', async () => {
    const base = { formats: { plain: plainFormat }, splits: { test: 0 } };
    const bySize = await writeDataset(many(30), { ...base, directory, shardBytes: 500 });
    const files = bySize.configs.plain?.splits.train?.files ?? [];
    const lines = files.filter(({ kind }) => kind === 'jsonl');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every(({ bytes }) => bytes <= 500)).toBe(true);
    expect(lines[0]?.path).toBe(
      `plain/train-00000-of-${String(lines.length).padStart(5, '0')}.jsonl`,
    );
    const ids: unknown[] = [];
    for (const [index, { path }] of lines.entries()) {
      const rows = await readLines(join(directory, path));
      const parquet = files.filter(({ kind }) => kind === 'parquet')[index]?.path ?? '';
      expect((await readParquet(join(directory, parquet))).map(({ id }) => id)).toEqual(
        rows.map(({ id }) => id),
      );
      ids.push(...rows.map(({ id }) => id));
    }
    expect(ids).toEqual(many(30).map(({ task }) => task.function.id));

    const byNumber = await writeDataset(many(30), { ...base, directory, rowsPerShard: 12 });
    expect(byNumber.configs.plain?.splits.train?.files.map(({ path }) => path)).toEqual(
      ['parquet', 'jsonl'].flatMap((kind) =>
        [0, 1, 2].map((index) => `plain/train-0000${index}-of-00003.${kind}`),
      ),
    );
    expect((await listed()).filter((path) => path.startsWith('plain/'))).toHaveLength(6);
  });

  it('puts a row that is larger than a shard into one of its own', async () => {
    const { configs } = await writeDataset(many(3), {
      directory,
      formats: { plain: plainFormat },
      splits: { test: 0 },
      shardBytes: 1,
      jsonl: false,
    });
    expect(configs.plain?.splits.train?.files).toHaveLength(3);
  });

  it('counts what a format refuses by reason, and what has nothing to train', async () => {
    const picky: RowFormat<{ readonly id: string }> = {
      title: 'picky',
      columns: { id: 'string' },
      toRows([conversation]) {
        const number = Number(conversation?.task.function.id.split('-')[1]);
        if (number % 5 === 0) throw new NotRepresentableError('picky', 'divisible by five');
        if (number % 5 === 1) return [];
        return [{ id: number % 5 === 2 ? 'broken \ud83d' : 'fine' }];
      },
    };
    const { configs } = await writeDataset(many(25), { directory, formats: { picky } });
    expect(configs.picky).toMatchObject({
      rows: 10,
      withoutRows: 5,
      skipped: [
        { name: '`id` holds half a surrogate pair', count: 5 },
        { name: 'divisible by five', count: 5 },
      ],
    });
  });

  it('gives formats that take samples all of a task at once, and other formats each', async () => {
    const grouped: RowFormat<{ readonly id: string; readonly samples: readonly number[] }> = {
      title: 'grouped',
      takes: 'samples',
      columns: { id: 'string', samples: { list: 'int64' } },
      toRows: (group) => [
        {
          id: group[0]?.task.function.id ?? '',
          samples: group.map(({ turns }) => turns[0]?.prediction.sample ?? -1),
        },
      ],
    };
    const conversations = [0, 1, 2].flatMap((sample) =>
      [1, 2, 3].map((number) => about(number, ['correct'], { sample })),
    );
    // The last sample of the first task failed.
    conversations.splice(6, 1);
    const formats = { grouped, plain: plainFormat };
    await writeDataset(conversations, { directory, formats, samples: 3, splits: { test: 0 } });
    const lines = join(directory, 'grouped/train-00000-of-00001.jsonl');
    expect(await readLines(lines)).toEqual([
      { id: 'function-2', samples: [0, 1, 2] },
      { id: 'function-3', samples: [0, 1, 2] },
      { id: 'function-1', samples: [0, 1] },
    ]);
    expect(await readLines(join(directory, 'plain/train-00000-of-00001.jsonl'))).toHaveLength(8);
  });

  it('writes companion files beside the rows, which know where those are', async () => {
    const format: RowFormat = {
      ...plainFormat,
      companions: ({ name, files }) => [
        { name: 'config.yaml', text: JSON.stringify({ name, files }) },
      ],
    } as RowFormat;
    const options = { directory, formats: { sft: format }, splits: { test: 0 } };
    const { configs } = await writeDataset(many(3), options);
    expect(configs.sft?.companions).toEqual(['sft/config.yaml']);
    const text = await readFile(join(directory, 'sft/config.yaml'), 'utf8');
    expect(JSON.parse(text)).toEqual({
      name: 'sft',
      files: { train: ['sft/train-00000-of-00001.jsonl'] },
    });
    await writeDataset(many(3), { ...options, jsonl: false });
    expect(await readFile(join(directory, 'sft/config.yaml'), 'utf8')).toContain('.parquet');
    const bad = { ...format, companions: () => [{ name: '../config.yaml', text: '' }] };
    await expect(writeDataset(many(3), { ...options, formats: { sft: bad } })).rejects.toThrow(
      'the name of a companion file of plain must be a plain file name that is not taken',
    );
  });

  it('points the card to one kind of files, with the sizes of what was written', async () => {
    const base = { directory, formats: { plain: plainFormat, chat: chatFormat } };
    const { configs } = await writeDataset(many(30), { ...base, splits: { test: 0 } });
    const head = readHead(await readFile(join(directory, 'README.md'), 'utf8'));
    expect(head.configs).toEqual([
      {
        config_name: 'plain',
        default: true,
        data_files: [{ split: 'train', path: 'plain/train-*.parquet' }],
      },
      { config_name: 'chat', data_files: [{ split: 'train', path: 'chat/train-*.parquet' }] },
    ]);
    const files = configs.plain?.splits.train?.files ?? [];
    expect(head.dataset_info[0]).toMatchObject({
      splits: [{ name: 'train', num_examples: 30 }],
      download_size: files.find(({ kind }) => kind === 'parquet')?.bytes,
    });
    await writeDataset(many(30), { ...base, parquet: false });
    const lines = readHead(await readFile(join(directory, 'README.md'), 'utf8'));
    expect(lines.configs[0]?.data_files.map(({ path }) => path)).toEqual([
      'plain/train-*.jsonl',
      'plain/test-*.jsonl',
    ]);
    await writeDataset(many(30), { ...base, card: false });
    expect(await listed()).not.toContain('README.md');
  });

  it('makes the same bytes from the same conversations', async () => {
    const read = async (): Promise<string[]> =>
      Promise.all((await listed()).map((path) => readFile(join(directory, path), 'latin1')));
    const options = { directory, formats: { plain: plainFormat, chat: chatFormat } };
    await writeDataset(many(30), options);
    const before = await read();
    await writeDataset(many(30), options);
    expect(await read()).toEqual(before);
  });

  it('tells how far it has come', async () => {
    const seen: unknown[] = [];
    const onProgress = (progress: unknown): unknown => seen.push(progress);
    const one = about(1);
    const formats = { plain: plainFormat, chat: chatFormat };
    await writeDataset(Array(2500).fill(one), { directory, formats, onProgress });
    expect(seen).toEqual([
      { conversations: 1000, rows: 2000 },
      { conversations: 2000, rows: 4000 },
      { conversations: 2500, rows: 5000 },
    ]);
  });
});
