import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalError } from '../../src/errors/journal-error.js';
import { openJournal } from '../../src/journal/open-journal.js';
import { createFolder, fewSteps, keeping, readAll, writeSteps } from './support/journal-file.js';

const lineFeed = 10;

async function writeFew(file: string): Promise<{ bytes: Buffer; lastLine: number }> {
  await writeSteps(file, fewSteps);
  const bytes = await readFile(file);
  return { bytes, lastLine: bytes.lastIndexOf(lineFeed, -2) + 1 };
}

async function problemOf(file: string): Promise<JournalError> {
  const error = await openJournal(keeping(file)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(JournalError);
  return error as JournalError;
}

describe('a journal whose last line is torn', () => {
  it('goes on after the line before, wherever it was torn', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes, lastLine } = await writeFew(file);
    for (let length = lastLine; length < bytes.length; length++) {
      await writeFile(file, bytes.subarray(0, length));
      expect((await readAll(file)).length).toBe(2);
      {
        await using journal = await openJournal(keeping(file));
        expect(journal.last('one#0')?.step).toBe('prediction');
        await journal.append(fewSteps[2] as (typeof fewSteps)[number]);
      }
      // The same step, so the same line: nothing of the torn one is left.
      expect(await readFile(file)).toEqual(bytes);
    }
  });

  it('is new when nothing but a part of its header was written', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes } = await writeFew(file);
    for (let length = 0; length < bytes.indexOf(lineFeed); length++) {
      await writeFile(file, bytes.subarray(0, length));
      expect(await readAll(file)).toEqual([]);
      await writeSteps(file, fewSteps);
      expect(await readFile(file)).toEqual(bytes);
    }
  });

  it('is new when a power failure left zeros of its header', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes } = await writeFew(file);
    for (const length of [0, 1, 7, 8, 30]) {
      await writeFile(file, Buffer.concat([bytes.subarray(0, length), Buffer.alloc(5000)]));
      await writeSteps(file, fewSteps);
      expect(await readFile(file)).toEqual(bytes);
    }
  });

  it.each([
    ['a changed byte', (line: Buffer) => line.fill('?', 20, 21)],
    ['zeros, as a power failure leaves them', (line: Buffer) => line.fill(0, 30)],
    ['nothing but zeros', (line: Buffer) => line.fill(0)],
  ])('goes on also when it has %s', async (_, damage) => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes, lastLine } = await writeFew(file);
    damage(bytes.subarray(lastLine));
    await writeFile(file, bytes);
    await writeSteps(file, []);
    expect(await readFile(file)).toEqual(bytes.subarray(0, lastLine));
  });
});

describe('a journal that is damaged before its last line', () => {
  it('is refused for any bit, naming the line, and not changed', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes, lastLine } = await writeFew(file);
    const place = fc.tuple(fc.nat({ max: lastLine - 1 }), fc.nat({ max: 7 }));
    // The line feeds, too, and what makes line feeds of other bytes.
    const feeds = [...bytes.subarray(0, lastLine).entries()].flatMap(([index, byte]) => {
      const bit = Math.log2(byte ^ lineFeed);
      if (byte === lineFeed) return [[index, 0] as [number, number]];
      return Number.isInteger(bit) ? [[index, bit] as [number, number]] : [];
    });
    await fc.assert(
      fc.asyncProperty(place, async ([index, bit]) => {
        const damaged = Buffer.from(bytes);
        damaged[index] = (damaged[index] as number) ^ (1 << bit);
        await writeFile(file, damaged);
        const problem = await problemOf(file);
        const before = bytes.subarray(0, index).toString('latin1');
        expect(problem.line).toBe(before.split('\n').length);
        expect(problem.message).toMatch(/is damaged|is not a journal/);
        expect(await readFile(file)).toEqual(damaged);
      }),
      { numRuns: 150, examples: feeds.map((feed) => [feed]) },
    );
  });

  it('is refused with advice, naming the byte', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes } = await writeFew(file);
    const second = bytes.indexOf(lineFeed) + 1;
    bytes[second + 40] = (bytes[second + 40] as number) ^ 1;
    await writeFile(file, bytes);
    const { message } = await problemOf(file);
    expect(message).toContain(`${file}:2: the line at byte ${second} is damaged`);
    expect(message).toContain('Restore the file from a copy, or delete that line');
    await expect(readAll(file)).rejects.toThrow(`the line at byte ${second} is damaged`);
  });

  it('is refused also when the line behind the damaged one is torn', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes, lastLine } = await writeFew(file);
    for (const damaged of [lastLine - 3, lastLine - 1]) {
      const torn = Buffer.from(bytes.subarray(0, bytes.length - 5));
      torn[damaged] = (torn[damaged] as number) ^ 1;
      await writeFile(file, torn);
      expect((await problemOf(file)).line).toBe(3);
      expect(await readFile(file)).toEqual(torn);
    }
  });

  it('is refused when lines are missing or stand elsewhere', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes } = await writeFew(file);
    const [header = '', first = '', second = '', third = ''] = bytes.toString().split('\n');
    const orders: [number, string[]][] = [
      [2, [header, second, third]],
      [2, [header, second, third, first]],
      [3, [header, first, third, second]],
      [3, [header, first, third, third]],
      [3, [header, first, first, second, third]],
      [2, [header, header, first, second]],
      [2, [header, '', first, second, third]],
      [5, [header, first, second, third, header, first]],
      [2, [header, third, first, second]],
    ];
    for (const [line, lines] of orders) {
      await writeFile(file, `${lines.join('\n')}\n`);
      const problem = await problemOf(file);
      expect(problem.line).toBe(line);
      expect(problem.message).toContain('lines before it were removed, added or put elsewhere');
    }
  });

  it('is told what an editor did to it', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const text = (await writeFew(file)).bytes.toString();
    const changes: [string, string][] = [
      [text.replaceAll('\n', '\r\n'), 'CRLF'],
      [`\uFEFF${text}`, 'byte order mark'],
      [text.replace('a test', 'a text'), 'a damaged first line'],
    ];
    for (const [changed, problem] of changes) {
      await writeFile(file, changed);
      expect((await problemOf(file)).message).toContain(problem);
      expect(await readFile(file, 'utf8')).toBe(changed);
    }
  });

  it('is noticed also when it is damaged after it was opened', async () => {
    await using folder = await createFolder();
    const file = join(folder.path, 'run.jsonl');
    const { bytes } = await writeFew(file);
    await using journal = await openJournal(keeping(file));
    await writeFile(file, bytes.toString().replace('"b"', '"c"'));
    await expect(journal.read('two#0')).rejects.toThrow('is not what it was');
  });
});
