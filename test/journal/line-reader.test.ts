import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../src/journal/line-reader.js';

/** A file in memory that counts how often it is read. */
function createReadableFile(contents: Buffer, fails: (read: number) => boolean = () => false) {
  let reads = 0;
  return {
    get reads() {
      return reads;
    },
    async read(buffer: Buffer, offset: number, length: number, position: number) {
      if (fails(++reads)) throw new Error('EIO: i/o error, read');
      const bytesRead = contents.copy(buffer, offset, position, position + length);
      return { bytesRead, buffer };
    },
  };
}

type Handle = Parameters<typeof createLineReader>[0];

const lengths = [10, 300_000, 5, 262_144, 700_000, 1, 262_143];
const texts = lengths.map((length, index) => String(index).repeat(length));
const contents = Buffer.from(texts.map((text) => `${text}\n`).join(''));
const offsets = texts.map((_, index) =>
  texts.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0),
);

describe('a line that is looked up', () => {
  it('comes whole, however many blocks it spans', async () => {
    const reader = createLineReader(createReadableFile(contents) as unknown as Handle);
    for (const [index, offset] of offsets.entries()) {
      const line = await reader.readLine(offset, contents.length);
      expect(line.toString() === texts[index]).toBe(true);
    }
  });

  it('costs no read when its neighbours were read before', async () => {
    const short = Buffer.from('some line\n'.repeat(60_000));
    const file = createReadableFile(short);
    const reader = createLineReader(file as unknown as Handle);
    for (let offset = 0; offset < 500_000; offset += 10) {
      const line = await reader.readLine(offset, short.length);
      if (line.length !== 9) expect(line.toString()).toBe('some line');
    }
    expect(file.reads).toBe(2);
  });

  it('is there when it was added after its block was read first', async () => {
    const reader = createLineReader(createReadableFile(contents) as unknown as Handle);
    expect((await reader.readLine(0, 11)).toString()).toBe(texts[0]);
    const line = await reader.readLine(offsets[1] as number, contents.length);
    expect(line.toString() === texts[1]).toBe(true);
  });

  it('can be read again after the disk failed once', async () => {
    const file = createReadableFile(contents, (read) => read === 1);
    const reader = createLineReader(file as unknown as Handle);
    await expect(reader.readLine(0, contents.length)).rejects.toThrow('EIO');
    expect((await reader.readLine(0, contents.length)).toString()).toBe(texts[0]);
  });
});
