import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, type Row } from './table.js';

const child = fileURLToPath(new URL('memory-child.ts', import.meta.url));
const run = promisify(execFile);

/** What a process measured of itself. */
export interface MemoryUse {
  readonly programs: number;
  readonly checksInARow: number;
  readonly seconds: number;
  /** Resident set in bytes: after the first checks, at the end, and the most ever. */
  readonly early: number;
  readonly late: number;
  readonly peak: number;
}

/** Checks after which the memory should grow no more. */
export const earlyChecks = 10_000;

/** Makes very many checks in a process of their own, and looks at its memory. */
export async function measureMemory(checks: number): Promise<readonly Row[]> {
  const { stdout } = await run(process.execPath, [
    ...['--import', import.meta.resolve('tsx'), child],
    String(checks),
  ]);
  const use = JSON.parse(stdout) as MemoryUse;
  const growth = megabytes(use.late - use.early);
  const peak = megabytes(use.peak);
  const order = `${use.programs} programs, ${use.checksInARow} checks of one in a row, shuffled`;
  return [
    { what: `${checks} checks: ${order}`, figure: `${use.seconds.toFixed(0)} s` },
    {
      what: `resident set after ${earlyChecks} checks, and growth until the end`,
      figure: `${megabytes(use.early)} MB, ${growth >= 0 ? '+' : ''}${growth} MB`,
      wanted: atMost(50, growth, ' MB more'),
    },
    {
      what: 'peak of the resident set, two workers, Node.js itself included',
      figure: `${peak} MB`,
      wanted: atMost(400, peak, ' MB'),
    },
  ];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
