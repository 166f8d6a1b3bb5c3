import { describe, expect, it } from 'vitest';
import { JournalError } from '../../src/errors/journal-error.js';
import { createLineWriter, type LineWriter } from '../../src/journal/line-writer.js';
import { createFailingFile, type FailingFile, systemError } from './support/failing-file.js';

const full = systemError('ENOSPC', 'no space left on device');

interface Trial {
  readonly writer: LineWriter;
  /** How long the writer wanted to wait each time. */
  readonly waitsMs: number[];
}

function write(file: FailingFile): Trial {
  const waitsMs: number[] = [];
  const wait = async (delayMs: number): Promise<void> => {
    waitsMs.push(delayMs);
  };
  return { writer: createLineWriter(file, { file: 'run.jsonl', end: 0, wait }), waitsMs };
}

const line = (index: number): Buffer => Buffer.from(`line ${index}\n`);
const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');

describe('lines that come at once', () => {
  it('are written and synced in few groups, in their order', async () => {
    const file = createFailingFile();
    const { writer } = write(file);
    await Promise.all(Array.from({ length: 1000 }, (_, index) => writer.add(line(index))));
    expect(file.synced.toString()).toBe(lines(1000));
    expect(file.syncs).toBeLessThanOrEqual(2);
    expect(file.writes).toBe(file.syncs);
  });

  it('are on disk when their promises resolve, not before', async () => {
    const file = createFailingFile();
    const { writer } = write(file);
    const onDisk: boolean[] = [];
    const added = Array.from({ length: 50 }, async (_, index) => {
      // Some come while earlier ones are being written.
      for (let turn = 0; turn < index % 7; turn++) await new Promise(setImmediate);
      await writer.add(line(index));
      onDisk.push(file.synced.includes(line(index)));
    });
    await Promise.all(added);
    expect(onDisk).toEqual(Array.from({ length: 50 }, () => true));
    expect(writer.durableEnd).toBe(writer.end);
    expect(file.synced.length).toBe(writer.end);
  });

  it('are waited for by a flush', async () => {
    const file = createFailingFile();
    const { writer } = write(file);
    await writer.flush();
    void writer.add(line(0));
    void writer.add(line(1));
    await writer.flush();
    expect(file.synced.toString()).toBe(lines(2));
    await writer.flush();
    expect(file.syncs).toBe(1);
  });
});

describe('a disk in trouble', () => {
  it('that takes a few bytes at a time gets all of them', async () => {
    const file = createFailingFile((length) => Math.min(3, length));
    const { writer, waitsMs } = write(file);
    await Promise.all([writer.add(line(0)), writer.add(line(1))]);
    expect(file.synced.toString()).toBe(lines(2));
    expect(waitsMs).toEqual([]);
  });

  it('that is full for a while costs nothing but time', async () => {
    const file = createFailingFile((length, write) => {
      if (write === 2) return 4;
      return write === 3 || write === 4 ? full : length;
    });
    const { writer, waitsMs } = write(file);
    await writer.add(line(0));
    await Promise.all([writer.add(line(1)), writer.add(line(2))]);
    await writer.add(line(3));
    expect(file.synced.toString()).toBe(lines(4));
    expect(waitsMs).toEqual([1000, 2000]);
  });

  it('that cannot sync is asked to write again, as what it had may be lost', async () => {
    const lost = systemError('EIO', 'i/o error');
    const file = createFailingFile(undefined, (sync) => (sync === 1 ? lost : undefined));
    const { writer, waitsMs } = write(file);
    await writer.add(line(0));
    expect(file.writes).toBe(2);
    expect(file.synced.toString()).toBe(lines(1));
    expect(waitsMs).toEqual([1000]);
  });

  it.each([
    ['is full for good', full],
    ['takes nothing, and says nothing', 0],
  ])('that %s ends the journal after three more attempts', async (_, answer) => {
    const file = createFailingFile((length, write) => {
      if (write === 1) return length;
      return write === 2 ? 4 : answer;
    });
    const { writer, waitsMs } = write(file);
    await writer.add(line(0));
    const pending = [writer.add(line(1)), writer.add(line(2))];
    const while1 = new Promise(setImmediate).then(() => writer.add(line(3)));
    const outcomes = await Promise.allSettled([...pending, while1]);
    expect(waitsMs).toEqual([1000, 2000, 4000]);
    const errors = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason);
    for (const error of errors) {
      expect(error).toBeInstanceOf(JournalError);
      expect(error).toMatchObject({ code: 'journal', file: 'run.jsonl' });
      expect((error as Error).message).toContain('Everything that was acknowledged is in it');
    }
    await expect(writer.add(line(4))).rejects.toBe(errors[0]);
    await expect(writer.flush()).rejects.toBe(errors[0]);
    expect(file.contents.toString()).toBe(lines(1));
    if (answer instanceof Error) expect((errors[0] as unknown as Error).cause).toBe(answer);
  });
});
