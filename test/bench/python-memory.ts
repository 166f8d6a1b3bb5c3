import { runFork } from './python-fork.js';
import { atMost, type Row } from './table.js';

/** What a process that made calls of changing programs measured of itself. */
export interface PythonMemoryUse {
  readonly programs: number;
  readonly workers: number;
  readonly seconds: number;
  /** Resident set in bytes: after the first calls, at the end, and the most ever. */
  readonly early: number;
  readonly late: number;
  readonly peak: number;
}

/** Calls after which the memory should grow no more. */
export const earlyCalls = 1000;

/** Looks at the memory of processes with some workers, and of one that makes many calls. */
export async function measurePythonMemory(calls: number): Promise<readonly Row[]> {
  const sizes: number[] = [];
  for (const workers of [1, 2, 3]) {
    sizes.push(await runFork<number>('python-workers-child.ts', String(workers)));
  }
  const [one, two, three] = sizes as [number, number, number];
  const use = await runFork<PythonMemoryUse>('python-memory-child.ts', String(calls));
  const growth = megabytes(use.late - use.early);
  return [
    {
      what: 'resident set with 1, 2 and 3 workers, Node.js itself included',
      figure: `${megabytes(one)}, ${megabytes(two)}, ${megabytes(three)} MB`,
    },
    {
      what: 'one more worker',
      figure: `${megabytes((three - one) / 2)} MB`,
    },
    {
      what: `${calls} calls of ${use.programs} programs in turn, ${use.workers} workers`,
      figure: `${use.seconds.toFixed(0)} s`,
    },
    {
      what: `resident set after ${earlyCalls} calls, growth until the end, peak`,
      figure: `${megabytes(use.early)} MB, ${growth >= 0 ? '+' : ''}${growth} MB, ${megabytes(use.peak)} MB`,
      wanted: atMost(16, growth, ' MB more'),
    },
  ];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
