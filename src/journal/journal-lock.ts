import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { JournalLockedError } from '../errors/journal-locked-error.js';

/** Who writes a journal, as its lock file says it. */
interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** When the process began, where the system tells: process numbers come again. */
  readonly startedAt: string | undefined;
  /** Tells this lock from every other. */
  readonly token: string;
}

/** A journal that nobody else writes. */
export interface JournalLock {
  release(): Promise<void>;
}

const maximumTries = 20;

/**
 * Makes this process the only writer of a file. The lock of a process that is gone is taken over at
 * once.
 *
 * @throws JournalLockedError when somebody else holds it.
 */
export async function lockJournal(file: string): Promise<JournalLock> {
  const lockFile = `${file}.lock`;
  const token = randomUUID();
  const draft = `${lockFile}.${token}`;
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    startedAt: await startOf(process.pid),
    token,
  };
  // Linked into place whole: nobody ever sees a lock without its holder.
  await writeFile(draft, JSON.stringify(holder));
  try {
    for (let tries = 0; tries < maximumTries; tries++) {
      if (await isLinked(draft, lockFile)) return { release: () => release(lockFile, token) };
      const other = await readHolder(lockFile);
      if (other === undefined) continue;
      if (await isAlive(other)) throw new JournalLockedError(file, lockFile, other);
      await takeAway(lockFile, other);
    }
    throw new JournalLockedError(file, lockFile, holder);
  } finally {
    await rm(draft, { force: true });
  }
}

async function isLinked(draft: string, lockFile: string): Promise<boolean> {
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(lockFile: string): Promise<LockHolder | undefined> {
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return { pid: 0, host: 'unknown', since: 'unknown', startedAt: undefined, token: '' };
  }
}

/** A lock that cannot be judged from here counts as held. */
async function isAlive({ pid, host, startedAt }: LockHolder): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const start = await startOf(pid);
  return start === undefined || startedAt === undefined || start === startedAt;
}

/** Removes the lock of a process that is gone, and puts it back if it was another's by now. */
async function takeAway(lockFile: string, stale: LockHolder): Promise<void> {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await rename(lockFile, aside);
  } catch {
    return;
  }
  const taken = await readHolder(aside);
  if (taken?.token !== stale.token) await link(aside, lockFile).catch(() => {});
  await rm(aside, { force: true });
}

async function release(lockFile: string, token: string): Promise<void> {
  const holder = await readHolder(lockFile);
  if (holder?.token === token) await rm(lockFile, { force: true });
}

/** When a process began, in the system's own terms; undefined where it does not tell. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program comes before and may hold anything, blanks and brackets included.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
