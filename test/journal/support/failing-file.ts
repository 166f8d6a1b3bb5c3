import type { WritableFile } from '../../../src/journal/line-writer.js';

/** A file in memory that can be told to fail. */
export interface FailingFile extends WritableFile {
  /** What is in it. */
  readonly contents: Buffer;
  /** What was in it when it was synced last. */
  readonly synced: Buffer;
  readonly writes: number;
  readonly syncs: number;
}

/** What a write is answered with: how many bytes it takes, or an error. */
export type WriteAnswer = (length: number, write: number) => number | Error;

/** Makes an empty file in memory. */
export function createFailingFile(
  answerWrite: WriteAnswer = (length) => length,
  answerSync: (sync: number) => Error | undefined = () => undefined,
): FailingFile {
  let contents = Buffer.alloc(0);
  let synced = contents;
  let writes = 0;
  let syncs = 0;
  const file = {
    get contents() {
      return contents;
    },
    get synced() {
      return synced;
    },
    get writes() {
      return writes;
    },
    get syncs() {
      return syncs;
    },
    async write(bytes: Buffer, from: number, length: number, position: number) {
      const answer = answerWrite(length, ++writes);
      // A device that is full takes what still fits, and says so only the next time.
      if (answer instanceof Error) throw answer;
      const taken = bytes.subarray(from, from + answer);
      contents = Buffer.concat([contents.subarray(0, position), taken]);
      return { bytesWritten: answer, buffer: bytes };
    },
    async datasync() {
      await new Promise((resolve) => setImmediate(resolve));
      const error = answerSync(++syncs);
      if (error !== undefined) throw error;
      synced = contents;
    },
    async truncate(length: number) {
      contents = contents.subarray(0, length);
    },
  };
  return file as FailingFile;
}

/** An error as the system gives it. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}, write`), { code });
}
