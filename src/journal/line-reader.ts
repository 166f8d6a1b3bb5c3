import type { FileHandle } from 'node:fs/promises';

const blockBytes = 256 << 10;
/** Steps of one key lie near each other: the blocks around them are worth keeping. */
const keptBlocks = 48;
const lineFeed = 10;

/** Reads single lines of a file; fast where they lie near each other. */
export interface LineReader {
  /** Reads the line that begins at `offset`, without its line feed. The file is on disk up to `end`. */
  readLine(offset: number, end: number): Promise<Buffer>;
}

/** Makes a reader that keeps the last blocks it read. */
export function createLineReader(handle: Pick<FileHandle, 'read'>): LineReader {
  const blocks = new Map<number, Promise<Buffer>>();

  const readBlock = (index: number, end: number): Promise<Buffer> => {
    const start = index * blockBytes;
    const isComplete = start + blockBytes <= end;
    const kept = blocks.get(index);
    if (kept !== undefined) {
      // To the end of the line: the last used is dropped last.
      blocks.delete(index);
      blocks.set(index, kept);
      return kept;
    }
    const block = readBytes(handle, start, Math.min(blockBytes, end - start));
    // One that still grows would be read again and again without what was added.
    if (isComplete) {
      blocks.set(index, block);
      // What could not be read now may be readable later.
      block.catch(() => blocks.delete(index));
      for (const oldest of blocks.keys()) {
        if (blocks.size <= keptBlocks) break;
        blocks.delete(oldest);
      }
    }
    return block;
  };
  return {
    async readLine(offset, end) {
      const parts: Buffer[] = [];
      for (let position = offset; position < end; ) {
        const index = Math.floor(position / blockBytes);
        const block = await readBlock(index, end);
        const from = position - index * blockBytes;
        const feed = block.indexOf(lineFeed, from);
        parts.push(block.subarray(from, feed < 0 ? undefined : feed));
        if (feed >= 0) break;
        position = (index + 1) * blockBytes;
      }
      return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    },
  };
}

async function readBytes(
  handle: Pick<FileHandle, 'read'>,
  position: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
