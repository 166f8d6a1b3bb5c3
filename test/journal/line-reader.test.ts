import { describe, expect, it } from 'vitest';
import { dataOf, encodeLine } from '../../src/journal/journal-line.js';
import { createLineReader, type LineReader } from '../../src/journal/line-reader.js';

/** A file in memory that grows, and lines of it with their places. */
function growingFile() {
  const bytes = Buffer.alloc(24 << 20);
  let length = 0;
  const counts = { reads: 0, bytes: 0 };
  const plan = { failures: 0, maximumBytes: Number.POSITIVE_INFINITY };
  const handle = {
    async read(into: Buffer, start: number, wanted: number, position: number) {
      await new Promise(setImmediate);
      if (plan.failures-- > 0) throw new Error('EIO: i/o error');
      const end = Math.min(length, position + wanted, position + plan.maximumBytes);
      const bytesRead = bytes.copy(into, start, position, end);
      counts.reads++;
      counts.bytes += bytesRead;
      return { bytesRead, buffer: into };
    },
  } as unknown as Parameters<typeof createLineReader>[0];
  const add = (data: string): number => {
    const offset = length;
    length += encodeLine({ key: 'k', step: 's', data }, undefined, offset).copy(bytes, offset);
    return offset;
  };
  return { handle, add, counts, plan, end: () => length };
}

async function readData(reader: LineReader, offset: number, end: number): Promise<unknown> {
  const found = reader.readLine(offset, end);
  const line = found instanceof Promise ? await found : found;
  return line && dataOf(line);
}

describe('reading single lines', () => {
  it('reads lines of every length, also those that cross blocks', async () => {
    const { handle, add, end, plan } = growingFile();
    plan.maximumBytes = 100_000;
    const texts = [1, 300_000, 5, 262_000, 100, 900_000, 7].map((length) => 'x'.repeat(length));
    const offsets = texts.map(add);
    const reader = createLineReader(handle);
    const read = await Promise.all(offsets.map((offset) => readData(reader, offset, end())));
    expect(read.map(String)).toEqual(texts);
  });

  it('reads what was added to the end since, and no byte twice', async () => {
    const { handle, add, end, counts } = growingFile();
    const reader = createLineReader(handle);
    for (let i = 0; i < 50; i++) {
      const offset = add(`text ${i}`);
      expect(await readData(reader, offset, end())).toBe(`text ${i}`);
      expect(await readData(reader, 0, end())).toBe('text 0');
    }
    expect([counts.reads, counts.bytes]).toEqual([50, end()]);
  });

  it('reads a block once, however many ask for it', async () => {
    const { handle, add, end, counts } = growingFile();
    const reader = createLineReader(handle);
    const offsets = Array.from({ length: 100 }, (_, index) => add(`text ${index}`));
    const read = await Promise.all(offsets.map((offset) => readData(reader, offset, end())));
    expect(read).toEqual(offsets.map((_, index) => `text ${index}`));
    expect(counts.reads).toBe(1);
  });

  it('answers at once for what is in memory', async () => {
    const { handle, add, end } = growingFile();
    const offset = add('text');
    const reader = createLineReader(handle);
    expect(reader.readLine(offset, end())).toBeInstanceOf(Promise);
    await reader.readLine(offset, end());
    expect(reader.readLine(offset, end())).toMatchObject({ key: 'k', step: 's' });
  });

  it('tries again after a read that failed', async () => {
    const { handle, add, end, plan } = growingFile();
    const offset = add('text');
    const reader = createLineReader(handle);
    plan.failures = 1;
    await expect(readData(reader, offset, end())).rejects.toThrow('EIO');
    expect(await readData(reader, offset, end())).toBe('text');
  });

  it('gives nothing where no line begins', async () => {
    const { handle, add, end } = growingFile();
    add('text');
    const reader = createLineReader(handle);
    expect(await readData(reader, 3, end())).toBeUndefined();
    expect(await readData(reader, 3, end())).toBeUndefined();
    expect(await readData(reader, end() + 5, end() + 9)).toBeUndefined();
  });

  it('gives each its own line, however many are read in blocks that come and go', async () => {
    const { handle, add, end } = growingFile();
    const texts = Array.from({ length: 300 }, (_, index) =>
      `${index}`.repeat(20_000).slice(0, 60_000),
    );
    const offsets = texts.map(add);
    const reader = createLineReader(handle);
    const wanted = Array.from({ length: 400 }, (_, index) => (index * 97) % texts.length);
    const wrong = await Promise.all(
      wanted.map(async (index) => {
        const text = await readData(reader, offsets[index] as number, end());
        return text !== texts[index];
      }),
    );
    expect(wrong.filter(Boolean)).toEqual([]);
  });
});
