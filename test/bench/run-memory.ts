import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, type Row } from './table.js';

const child = fileURLToPath(new URL('run-memory-child.ts', import.meta.url));
const run = promisify(execFile);

/** One session of the long run. */
export interface RunSession {
  readonly journal: string;
  readonly tasks: number;
  /** How many tasks of the source an earlier session has finished. */
  readonly stored: number;
  readonly yieldStored: boolean;
}

/** What a process measured of itself. */
export interface RunMemoryUse {
  readonly seconds: number;
  /** From the beginning of the loop to the first model call. */
  readonly firstCallSeconds: number;
  /** Resident set in bytes: after the first tasks, the most of any later look, and the most ever. */
  readonly early: number;
  readonly late: number;
  readonly peak: number;
}

/** Tasks after which the memory should grow no more; it is looked at whenever as many are done. */
export const tasksPerLook = 20_000;

/** New tasks after those that are in the journal. */
const newTasks = 1000;

/** Makes a very long run with a journal, and goes on with that journal twice. */
export async function measureRunMemory(tasks: number): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  const journal = join(folder, 'run.jsonl');
  try {
    const first = await hold({ journal, tasks, stored: 0, yieldStored: true });
    const { size } = await stat(journal);
    const counted = tasks + newTasks;
    const silent = { journal, tasks: counted, stored: tasks, yieldStored: false };
    const passing = await hold(silent);
    const full = { journal, tasks: counted + newTasks, stored: counted, yieldStored: true };
    const yielding = await hold(full);
    return [
      longRun(tasks, size, first),
      growth(first),
      resume('conversations that are stored are passed over', passing),
      resume('they are yielded again', yielding),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function hold(session: RunSession): Promise<RunMemoryUse> {
  const options = ['--import', import.meta.resolve('tsx'), child, JSON.stringify(session)];
  const { stdout } = await run(process.execPath, options);
  return JSON.parse(stdout) as RunMemoryUse;
}

function longRun(tasks: number, size: number, { seconds }: RunMemoryUse): Row {
  const perSecond = (tasks / seconds).toFixed(0);
  return {
    what: `${tasks} two-turn tasks, simulated model, journal of ${(size / 1e9).toFixed(1)} GB`,
    figure: `${seconds.toFixed(0)} s, ${perSecond} tasks a second`,
  };
}

function growth({ early, late, peak }: RunMemoryUse): Row {
  const more = megabytes(late - early);
  const signed = `${more >= 0 ? '+' : ''}${more} MB`;
  return {
    what: `resident set after ${tasksPerLook} tasks, most growth after that, peak`,
    figure: `${megabytes(early)} MB, ${signed}, ${megabytes(peak)} MB`,
    wanted: atMost(100, more, ' MB more'),
  };
}

function resume(what: string, { firstCallSeconds, peak }: RunMemoryUse): Row {
  return {
    what: `resumed, ${what}: until the first new call, peak of the resident set`,
    figure: `${firstCallSeconds.toFixed(1)} s, ${megabytes(peak)} MB`,
    wanted: atMost(20, firstCallSeconds, ' s'),
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
