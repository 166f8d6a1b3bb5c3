import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JournalError } from '../../src/errors/journal-error.js';
import { openJournal } from '../../src/journal/open-journal.js';
import { readJournal } from '../../src/journal/read-journal.js';
import { createFolder, fewSteps, keeping, readAll, writeSteps } from './support/journal-file.js';

describe('reading a journal', () => {
  it('gives all steps in the order in which they were added', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeSteps(file, fewSteps);
    const expected = fewSteps.map(({ key, step, data }) => ({ key, step, data, isCurrent: true }));
    expect(await readAll(file)).toEqual(expected);
  });

  it('works while a run writes it, and sees what was acknowledged', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await using journal = await openJournal(keeping(file));
    for (const [index, step] of fewSteps.entries()) {
      await journal.append(step);
      expect((await readAll(file)).length).toBe(index + 1);
    }
  });

  it('leaves out what is added while it reads', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await using journal = await openJournal(keeping(file));
    for (const step of fewSteps) await journal.append(step);
    const keys: string[] = [];
    for await (const { key } of readJournal(file)) {
      keys.push(key);
      await journal.append({ key: 'later', step: 's', data: null });
    }
    expect(keys).toEqual(['one#0', 'two#0', 'one#0']);
  });

  it('gives lines that are longer than what is read at a time', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const sizes = [5_000_000, 10, 70_000, 1_048_576];
    await writeSteps(
      file,
      sizes.map((size) => ({ key: 'k', step: 's', data: 'é'.repeat(size / 2) })),
    );
    const records = await readAll(file);
    expect(records.map(({ data }) => (data as string).length)).toEqual(
      sizes.map((size) => size / 2),
    );
  });

  it('gives nothing of an empty file, and names one that is not there', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const missing = readAll(file);
    await expect(missing).rejects.toBeInstanceOf(JournalError);
    await expect(missing).rejects.toThrow(/run\.jsonl: cannot be read \(ENOENT/);
    await writeFile(file, '');
    expect(await readAll(file)).toEqual([]);
  });
});
