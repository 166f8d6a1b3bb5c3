import type { FileHandle } from 'node:fs/promises';
import { decodeLine, type JournalLine } from './journal-line.js';

const blockBytes = 256 << 10;
/** Steps of one key lie near each other: the blocks around them are worth keeping. */
const keptBlocks = 48;
const lineFeed = 10;

/** Reads single lines of a file; fast where they lie near each other. */
export interface LineReader {
  /**
   * Reads the line that begins at `offset`: at once where its bytes are in memory. The file is on
   * disk up to `end`. Undefined when no whole line of a journal begins there. What it gives at once
   * is valid as long: the next line may be read into the same memory.
   */
  readLine(offset: number, end: number): JournalLine | undefined | Promise<JournalLine | undefined>;
}

/** A part of the file. The last one grows with it. */
interface Block {
  readonly bytes: Buffer;
  filled: number;
  reading: Promise<void> | undefined;
  /** How many wait for a part of it. */
  users: number;
}

/** Makes a reader that keeps the last blocks it read. */
export function createLineReader(handle: Pick<FileHandle, 'read'>): LineReader {
  const blocks = new Map<number, Block>();
  let lastIndex = -1;
  let lastBlock: Block | undefined;
  /** New memory for every block would cost more, in collecting it, than reading does. */
  let spare: Buffer | undefined;

  const createBlock = (): Block => {
    const bytes = spare ?? Buffer.allocUnsafe(blockBytes);
    spare = undefined;
    return { bytes, filled: 0, reading: undefined, users: 0 };
  };
  const blockAt = (index: number): Block => {
    if (lastBlock !== undefined && index === lastIndex) return lastBlock;
    const block = blocks.get(index) ?? createBlock();
    // To the end of the line: the last used is dropped last.
    blocks.delete(index);
    blocks.set(index, block);
    for (const [oldest, { bytes, reading, users }] of blocks) {
      if (blocks.size <= keptBlocks) break;
      blocks.delete(oldest);
      if (reading === undefined && users === 0) spare = bytes;
    }
    lastIndex = index;
    lastBlock = block;
    return block;
  };
  const fill = async (block: Block, index: number, length: number): Promise<void> => {
    while (block.filled < length) {
      const position = index * blockBytes + block.filled;
      const { bytesRead } = await handle.read(
        block.bytes,
        block.filled,
        length - block.filled,
        position,
      );
      if (bytesRead === 0) return;
      block.filled += bytesRead;
    }
  };
  /** Reads what is not yet in memory of a block; one call at a time, whoever asks. */
  const load = async (block: Block, index: number, length: number): Promise<void> => {
    while (block.reading !== undefined) await block.reading.catch(() => {});
    if (block.filled >= length) return;
    block.reading = fill(block, index, length).finally(() => {
      block.reading = undefined;
    });
    await block.reading;
  };
  /** Copies what a block has of a line, once it is read. */
  const copyPart = async (
    position: number,
    end: number,
  ): Promise<{ part: Buffer; isEnd: boolean }> => {
    const index = Math.floor(position / blockBytes);
    const block = blockAt(index);
    block.users++;
    try {
      await load(block, index, Math.min(blockBytes, end - index * blockBytes));
      const from = position - index * blockBytes;
      const feed = findFeed(block, from);
      const part = Buffer.from(block.bytes.subarray(from, feed < 0 ? block.filled : feed));
      return { part, isEnd: feed >= 0 };
    } finally {
      block.users--;
    }
  };
  const readSlowly = async (offset: number, end: number): Promise<JournalLine | undefined> => {
    const parts: Buffer[] = [];
    for (let position = offset; position < end; ) {
      const { part, isEnd } = await copyPart(position, end);
      parts.push(part);
      if (isEnd) {
        const line = Buffer.concat(parts);
        return decodeLine(line, 0, line.length, offset);
      }
      position += part.length;
      if (position % blockBytes !== 0 || part.length === 0) break;
    }
    return undefined;
  };
  return {
    readLine(offset, end) {
      const index = Math.floor(offset / blockBytes);
      const block = blockAt(index);
      const from = offset - index * blockBytes;
      const feed = findFeed(block, from);
      return feed < 0 ? readSlowly(offset, end) : decodeLine(block.bytes, from, feed, offset);
    },
  };
}

/** Where the line ends that begins at `from`; -1 when that is not in the block. */
function findFeed({ bytes, filled }: Block, from: number): number {
  if (from >= filled) return -1;
  const feed = bytes.indexOf(lineFeed, from);
  return feed < filled ? feed : -1;
}
