import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who writes a journal, as its lock file says it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** When the process began, where the system tells: process numbers come again. */
  readonly startedAt?: string | undefined;
  /** Tells this lock from every other; empty when the file could not be understood. */
  readonly token: string;
}

const tokenPattern = /^[0-9a-f-]{36}$/;

/** Describes this process as the holder of a lock. */
export async function thisHolder(token: string): Promise<LockHolder> {
  const { pid } = process;
  const startedAt = (await readProcess(pid))?.startedAt;
  return { pid, host: hostname(), since: new Date().toISOString(), startedAt, token };
}

/** Reads a lock file; undefined when there is none. */
export async function readHolder(lockFile: string): Promise<LockHolder | undefined> {
  const text = await readFile(lockFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const holder = JSON.parse(text) as LockHolder;
    if (tokenPattern.test(holder.token)) return holder;
  } catch {
    // Not a lock of ours, and so not to be removed: it counts as held.
  }
  return { pid: 0, host: 'an unknown machine', since: 'an unknown time', token: '' };
}

/** Says whether a holder still runs. One that cannot be judged from here counts as running. */
export async function isAlive({ pid, host, startedAt, token }: LockHolder): Promise<boolean> {
  if (token === '' || host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const found = await readProcess(pid);
  if (found === undefined) return true;
  return !found.isOver && (startedAt === undefined || found.startedAt === startedAt);
}

/** What the system tells of a process: undefined where it does not tell. */
async function readProcess(
  pid: number,
): Promise<{ readonly startedAt: string | undefined; readonly isOver: boolean } | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program comes before and may hold anything, blanks and brackets included.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  // A killed process keeps its number until its parent asks for it, which some never do.
  return { startedAt: fields[19], isOver: fields[0] === 'Z' || fields[0] === 'X' };
}
