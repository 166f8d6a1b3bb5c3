import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Columns } from '../columns.js';
import { openJsonlFile } from './jsonl-file.js';
import { openParquetFile } from './parquet-file.js';
import type { PreparedRow, RowFile } from './row-file.js';

/** The kinds of files of rows. */
export type FileKind = 'parquet' | 'jsonl';

/** How rows are dealt out to files. */
export interface ShardLimits {
  /** A file is not begun on a row that would take it over so many bytes, before compression. */
  readonly shardBytes: number;
  readonly rowsPerShard: number;
}

/** A finished file of rows. */
interface WrittenFile {
  readonly kind: FileKind;
  /** Its name; no folders. */
  readonly name: string;
  readonly bytes: number;
}

/** Writes the rows of one split, in files of every kind side by side that hold the same rows. */
export interface ShardWriter {
  add(row: PreparedRow): Promise<void>;
  /** Finishes the files and gives them their names, which tell how many there are. */
  finish(): Promise<readonly WrittenFile[]>;
  /** Lets go of the files. */
  close(): Promise<void>;
}

/** What a writer of shards needs to know. */
export interface ShardWriterOptions extends ShardLimits {
  readonly folder: string;
  readonly split: string;
  readonly kinds: readonly FileKind[];
  readonly columns: Columns;
}

/** Makes the writer of one split; files are opened with their first row. */
export function createShardWriter(options: ShardWriterOptions): ShardWriter {
  const { folder, split, kinds, columns, shardBytes, rowsPerShard } = options;
  const sizes: (readonly number[])[] = [];
  let files: readonly RowFile[] = [];
  let bytes = 0;
  let rows = 0;

  const open = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    for (const kind of kinds) {
      const path = join(folder, draftName(split, sizes.length, kind));
      const file = kind === 'jsonl' ? openJsonlFile(path) : openParquetFile(path, columns);
      files = [...files, await file];
    }
  };
  const finishShard = async (): Promise<void> => {
    const finished: number[] = [];
    for (const file of files) finished.push(await file.finish());
    sizes.push(finished);
    files = [];
    bytes = 0;
    rows = 0;
  };
  return {
    async add(row) {
      const size = row.line === '' ? row.typedBytes : Buffer.byteLength(row.line);
      const isFull = rows > 0 && (bytes + size > shardBytes || rows >= rowsPerShard);
      if (isFull) await finishShard();
      if (files.length === 0) await open();
      bytes += size;
      rows++;
      for (const file of files) await file.add(row);
    },
    async finish() {
      if (files.length > 0) await finishShard();
      const written: WrittenFile[] = [];
      for (const [place, kind] of kinds.entries()) {
        for (const [index, shard] of sizes.entries()) {
          const name = fileName(split, index, sizes.length, kind);
          await rename(join(folder, draftName(split, index, kind)), join(folder, name));
          written.push({ kind, name, bytes: shard[place] ?? 0 });
        }
      }
      return written;
    },
    async close() {
      for (const file of files) await file.close();
    },
  };
}

/** The name of a file as `datasets` writes them, too: `train-00000-of-00003.parquet`. */
function fileName(split: string, index: number, count: number, kind: FileKind): string {
  return `${split}-${fiveDigits(index)}-of-${fiveDigits(count)}.${kind}`;
}

function draftName(split: string, index: number, kind: FileKind): string {
  return `${split}-${fiveDigits(index)}.${kind}`;
}

function fiveDigits(number: number): string {
  return String(number).padStart(5, '0');
}
