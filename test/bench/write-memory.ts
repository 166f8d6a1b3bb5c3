import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, type Row } from './table.js';

const child = fileURLToPath(new URL('write-memory-child.ts', import.meta.url));
const run = promisify(execFile);

/** What a process that wrote a dataset measured of itself. */
export interface WriteMemoryUse {
  readonly rows: number;
  /** The size of all files. */
  readonly bytes: number;
  /** Without the making of the conversations. */
  readonly seconds: number;
  /** Resident set in bytes: after the first rows, the most of any later look, and the most ever. */
  readonly early: number;
  readonly late: number;
  readonly peak: number;
}

/** Rows after which the memory should grow no more. */
export const earlyRows = 100_000;

/** Writes very many rows as Parquet and JSON lines in a process of their own. */
export async function measureWriteMemory(rows: number): Promise<readonly Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  try {
    const { stdout } = await run(process.execPath, [
      ...['--import', import.meta.resolve('tsx'), child],
      ...[String(rows), join(directory, 'dataset')],
    ]);
    const use = JSON.parse(stdout) as WriteMemoryUse;
    const more = megabytes(use.late - use.early);
    const signed = `${more >= 0 ? '+' : ''}${more} MB`;
    return [
      {
        what: `writeDataset: ${use.rows} rows as Parquet and JSON lines, ${(use.bytes / 1e9).toFixed(1)} GB`,
        figure: `${use.seconds.toFixed(0)} s, ${(use.rows / use.seconds).toFixed(0)} rows/s`,
      },
      {
        what: `resident set after ${Math.min(earlyRows, rows / 2)} rows, most growth after that, peak`,
        figure: `${megabytes(use.early)} MB, ${signed}, ${megabytes(use.peak)} MB`,
        wanted: atMost(150, more, ' MB more'),
      },
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
