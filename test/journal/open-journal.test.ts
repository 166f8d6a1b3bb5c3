import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json-value.js';
import { JournalError } from '../../src/errors/journal-error.js';
import { JournalLockedError } from '../../src/errors/journal-locked-error.js';
import { openJournal } from '../../src/journal/open-journal.js';
import { exactNumber } from '../../src/values/exact-number.js';
import { createFolder, fewSteps, keeping, readAll, writeSteps } from './support/journal-file.js';

describe('a journal', () => {
  it('knows its steps again when it is opened again', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'new', 'run.jsonl');
    await writeSteps(file, fewSteps);
    const seen: unknown[] = [];
    await using journal = await openJournal(keeping(file, { onLine: (line) => seen.push(line) }));
    expect(seen).toEqual(fewSteps.map(({ key, step, meta }) => ({ key, step, meta })));
    expect(journal.last('one#0')).toEqual({ step: 'verdict', isCurrent: true });
    expect(journal.last('two#0')).toEqual({ step: 'prediction', isCurrent: true });
    expect(journal.last('three#0')).toBeUndefined();
    expect(await journal.read('one#0')).toEqual([
      { key: 'one#0', step: 'prediction', data: fewSteps[0]?.data, isCurrent: true },
      { key: 'one#0', step: 'verdict', data: fewSteps[2]?.data, isCurrent: true },
    ]);
    expect(await journal.read('three#0')).toEqual([]);
  });

  it('reads what it has just been given, in the order of the calls', async () => {
    await using folder = await createFolder();
    await using journal = await openJournal(keeping(join(folder.path, 'run.jsonl')));
    const added = Array.from({ length: 500 }, (_, index) =>
      journal.append({ key: `k${index % 3}`, step: `s${index % 5}`, data: index }),
    );
    expect(journal.bufferedBytes).toBeGreaterThan(500 * 60);
    const records = await journal.read('k1');
    expect(records.map(({ data }) => data)).toEqual(
      Array.from({ length: 500 }, (_, index) => index).filter((index) => index % 3 === 1),
    );
    await Promise.all(added);
    expect(journal.bufferedBytes).toBe(0);
  });

  it('keeps numbers that JavaScript cannot', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const data = [exactNumber('9007199254740993'), exactNumber('1e400'), -0, 0.1];
    await writeSteps(file, [{ key: 'k', step: 's', data }]);
    await using journal = await openJournal(keeping(file));
    expect((await journal.read('k'))[0]?.data).toEqual(data);
    expect(await readFile(file, 'utf8')).toContain('[9007199254740993,1e400,-0,0.1]');
  });

  it('gives each key away once a session', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    for (let session = 0; session < 2; session++) {
      await using journal = await openJournal(keeping(file));
      expect([journal.claim('k'), journal.claim('other'), journal.claim('k')]).toEqual([
        true,
        true,
        false,
      ]);
      await journal.append({ key: 'k', step: 's', data: null });
      expect(journal.claim('k')).toBe(false);
    }
  });

  it('is written by one at a time, and leaves no lock behind', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    {
      await using journal = await openJournal(keeping(file));
      await expect(openJournal(keeping(file))).rejects.toBeInstanceOf(JournalLockedError);
      await journal.append({ key: 'k', step: 's', data: 1 });
    }
    expect(await readdir(folder.path)).toEqual(['run.jsonl']);
    expect((await readAll(file)).length).toBe(1);
  });

  it('takes nothing more when it is closed, and may be closed twice', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const journal = await openJournal(keeping(file));
    const last = journal.append({ key: 'k', step: 's', data: 1 });
    const closed = journal[Symbol.asyncDispose]();
    const late = journal.append({ key: 'k', step: 's', data: 2 });
    await expect(late).rejects.toThrow('has been closed');
    await last;
    await closed;
    await journal[Symbol.asyncDispose]();
    await expect(journal.append({ key: 'k', step: 's', data: 3 })).rejects.toThrow(JournalError);
    await expect(journal.read('k')).rejects.toThrow('has been closed');
    expect((await readAll(file)).map(({ data }) => data)).toEqual([1]);
  });

  it('refuses steps that it could not read again, and goes on', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    {
      await using journal = await openJournal(keeping(file));
      expect(() => journal.append({ key: 'k', step: 'header', data: {} })).toThrow(TypeError);
      expect(() => journal.append({ key: 'k', step: 's', data: undefined })).toThrow(TypeError);
      expect(journal.last('k')).toBeUndefined();
      await journal.append({ key: 'k', step: 's', data: 1 });
    }
    expect((await readAll(file)).length).toBe(1);
  });

  it('names the file when it cannot be opened', async () => {
    await using folder = await createFolder();
    const attempt = openJournal(keeping(folder.path));
    await expect(attempt).rejects.toBeInstanceOf(JournalError);
    await expect(attempt).rejects.toThrow(/cannot be opened \(EISDIR/);
    await writeFile(join(folder.path, 'file'), '');
    const inside = openJournal(keeping(join(folder.path, 'file', 'run.jsonl')));
    await expect(inside).rejects.toBeInstanceOf(JournalError);
  });
});

describe('the header of a journal', () => {
  it('is shown to be compared before anything is written', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const header = { seed: exactNumber('9007199254740993'), nested: { list: [1] } };
    await writeSteps(file, fewSteps, { header });
    const before = await readFile(file);
    let stored: JsonObject | undefined;
    const refused = openJournal(
      keeping(file, {
        header: { other: true },
        onHeader(found) {
          stored = found;
          throw new Error('not this one');
        },
      }),
    );
    await expect(refused).rejects.toThrow('not this one');
    expect(stored).toEqual(header);
    expect(await readFile(file)).toEqual(before);
    expect(await readdir(folder.path)).toEqual(['run.jsonl']);
  });

  it('makes earlier steps past ones when it is renewed', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    await writeSteps(file, fewSteps);
    {
      await using journal = await openJournal(
        keeping(file, { header: { about: 'more' }, onHeader: () => 'renew' }),
      );
      expect(journal.last('one#0')).toEqual({ step: 'verdict', isCurrent: false });
      await journal.append({ key: 'one#0', step: 'verdict', data: 'new' });
      expect(journal.last('one#0')).toEqual({ step: 'verdict', isCurrent: true });
    }
    const stored: JsonObject[] = [];
    const onHeader = (header: JsonObject): 'keep' => {
      stored.push(header);
      return 'keep';
    };
    await using journal = await openJournal(keeping(file, { onHeader }));
    expect(stored).toEqual([{ about: 'more' }]);
    const records = await journal.read('one#0');
    expect(records.map(({ isCurrent }) => isCurrent)).toEqual([false, false, true]);
    expect(journal.last('two#0')?.isCurrent).toBe(false);
    expect((await readAll(file)).map(({ isCurrent }) => isCurrent)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('opening a journal', () => {
  it('can be stopped, and leaves no lock behind', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    // Longer than what is read at a time.
    const data = 'x'.repeat(3 << 20);
    await writeSteps(file, [
      { key: 'a', step: 's', data },
      { key: 'b', step: 's', data },
      { key: 'c', step: 's', data },
    ]);
    const stop = new AbortController();
    const seen: string[] = [];
    const opening = openJournal(
      keeping(file, {
        signal: stop.signal,
        onLine({ key }) {
          seen.push(key);
          stop.abort(new Error('enough'));
        },
      }),
    );
    await expect(opening).rejects.toThrow('enough');
    expect(seen).toEqual(['a']);
    expect(await readdir(folder.path)).toEqual(['run.jsonl']);
    await using journal = await openJournal(keeping(file));
    expect((await journal.read('c'))[0]?.data === data).toBe(true);
  });

  it.each(['id,name\n1,a\n2,b\n', 'one line', '{"id":1}\n', 'x', '\0\0\n', '{"crc":"00000000"}\n'])(
    'refuses the file %j, which is no journal, and does not touch it',
    async (text) => {
      await using folder = await createFolder();
      const file = join(folder.path, 'rows.jsonl');
      await writeFile(file, text);
      const opening = openJournal(keeping(file));
      await expect(opening).rejects.toBeInstanceOf(JournalError);
      await expect(opening).rejects.toThrow('is not a journal of this library');
      await expect(readAll(file)).rejects.toThrow('is not a journal of this library');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('makes the folder of a new file', async () => {
    await using folder = await createFolder();
    await mkdir(join(folder.path, 'a'));
    const file = join(folder.path, 'a', 'b', 'c', 'run.jsonl');
    await writeSteps(file, []);
    expect(await readAll(file)).toEqual([]);
  });
});
