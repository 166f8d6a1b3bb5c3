import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { JournalError } from '../errors/journal-error.js';

/** What a journal needs of an open file. */
export type WritableFile = Pick<FileHandle, 'write' | 'datasync' | 'truncate'>;

/** How lines get to disk. */
export interface LineWriterOptions {
  readonly file: string;
  /** Where the first line goes. */
  readonly end: number;
  /** Waits between attempts, in milliseconds. */
  readonly wait?: ((delayMs: number) => Promise<unknown>) | undefined;
}

/** Writes lines one after the other, many at a time. */
export interface LineWriter {
  /** Where the next line goes. */
  readonly end: number;
  /** Up to where the file is on disk. */
  readonly durableEnd: number;
  /** Adds a line; resolves when it is on disk. */
  add(line: Buffer): Promise<void>;
  /** Resolves when every line is on disk, rejects when one cannot be. */
  flush(): Promise<void>;
}

/** Waiting times after a write that failed; after the last of them the writer gives up. */
const retryDelaysMs = [1000, 2000, 4000];

/**
 * Makes a writer. While one group of lines is written and synced, the next one gathers: however many
 * lines come, the disk syncs as often as it can and no more often.
 */
export function createLineWriter(handle: WritableFile, options: LineWriterOptions): LineWriter {
  const { file, wait = sleep } = options;
  let { end } = options;
  let durableEnd = end;
  let waiting: Buffer[] = [];
  let group: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let failure: JournalError | undefined;

  const writeGroup = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    for (const delayMs of [...retryDelaysMs, undefined]) {
      try {
        await writeAll(handle, bytes, durableEnd);
        await handle.datasync();
        durableEnd += bytes.length;
        return;
      } catch (cause) {
        // Half a line in the file would be a damaged one as soon as another follows.
        await handle.truncate(durableEnd).catch(() => {});
        if (delayMs === undefined) {
          const problem = `cannot be written (${(cause as Error).message}). Everything that was acknowledged is in it`;
          failure = new JournalError(file, problem, { cause });
          waiting = [];
          throw failure;
        }
        await wait(delayMs);
      }
    }
  };
  /** The group that takes the lines which are waiting now. */
  const nextGroup = (): Promise<void> => {
    next ??= (group ?? Promise.resolve()).then(() => {
      group = next;
      next = undefined;
      if (failure !== undefined) throw failure;
      return writeGroup();
    });
    return next;
  };
  return {
    get end() {
      return end;
    },
    get durableEnd() {
      return durableEnd;
    },
    add(line) {
      if (failure !== undefined) return Promise.reject(failure);
      waiting.push(line);
      end += line.length;
      return nextGroup();
    },
    async flush() {
      await (waiting.length > 0 ? nextGroup() : (next ?? group));
      if (failure !== undefined) throw failure;
    },
  };
}

async function writeAll(handle: WritableFile, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const rest = bytes.length - written;
    const { bytesWritten } = await handle.write(bytes, written, rest, position + written);
    // Trying on and on would never end.
    if (bytesWritten === 0) throw new Error('the system took no byte');
    written += bytesWritten;
  }
}
