import { randomUUID } from 'node:crypto';
import { link, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { JournalLockedError } from '../errors/journal-locked-error.js';
import { isAlive, type LockHolder, readHolder, thisHolder } from './lock-holder.js';

/** A journal that nobody else writes. */
export interface JournalLock {
  release(): Promise<void>;
}

const maximumTries = 20;

/**
 * Makes this process the only writer of a file. The lock of a process that is gone is taken over at
 * once.
 *
 * A lock is never removed by anybody but its holder, since between a look at it and its removal it
 * may have become another's. Who takes over adds a file that names the lock it follows, which only
 * one can do, and then puts its own lock in the place of the first.
 *
 * @throws JournalLockedError when somebody else holds it.
 */
export async function lockJournal(file: string): Promise<JournalLock> {
  // Under whatever name the file is opened, it has one lock.
  const lockFile = `${await realpath(file).catch(() => resolve(file))}.lock`;
  const token = randomUUID();
  const draft = `${lockFile}.${token}`;
  const holder = await thisHolder(token);
  // Linked into place whole: nobody ever sees a lock without its holder.
  await writeFile(draft, JSON.stringify(holder));
  try {
    for (let tries = 0; tries < maximumTries; tries++) {
      const line = await readLine(lockFile);
      const last = line.at(-1);
      if (last !== undefined && (await isAlive(last))) {
        throw new JournalLockedError(file, lockFile, last);
      }
      const place = last === undefined ? lockFile : followerOf(lockFile, last);
      if (!(await isLinked(draft, place))) continue;
      const isHeld = last === undefined || (await takeOver(lockFile, line, draft, token));
      if (isHeld) return { release: () => release(lockFile, token) };
      await rm(place, { force: true });
    }
    throw new JournalLockedError(file, lockFile, holder);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The holders of a lock in the order in which they took over; those before the last are gone. */
async function readLine(lockFile: string): Promise<readonly LockHolder[]> {
  const line: LockHolder[] = [];
  let next = await readHolder(lockFile);
  while (next !== undefined) {
    line.push(next);
    next = next.token === '' ? undefined : await readHolder(followerOf(lockFile, next));
  }
  return line;
}

function followerOf(lockFile: string, { token }: LockHolder): string {
  return `${lockFile}.after-${token}`;
}

/** Puts the lock of the last in line in the first place; false when the line is no longer what it was. */
async function takeOver(
  lockFile: string,
  line: readonly LockHolder[],
  draft: string,
  token: string,
): Promise<boolean> {
  const expected = [...line.map((holder) => holder.token), token];
  const found = (await readLine(lockFile)).map((holder) => holder.token);
  if (found.join() !== expected.join()) return false;
  await rename(draft, lockFile);
  // After that: as long as the first lock is in place, so must be those that follow it.
  for (const holder of line) await rm(followerOf(lockFile, holder), { force: true });
  return true;
}

async function isLinked(draft: string, place: string): Promise<boolean> {
  try {
    await link(draft, place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function release(lockFile: string, token: string): Promise<void> {
  const holder = await readHolder(lockFile);
  if (holder?.token === token) await rm(lockFile, { force: true });
}
