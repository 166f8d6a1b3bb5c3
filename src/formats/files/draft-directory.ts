import { randomUUID } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { DatasetWriteError } from '../../errors/dataset-write-error.js';
import { JournalLockedError } from '../../errors/journal-locked-error.js';
import { type JournalLock, lockJournal } from '../../journal/journal-lock.js';
import { inspectDirectory, removeDataset, writeManifest } from './dataset-manifest.js';
import { syncFolder, syncFolders } from './durable-files.js';

/** A folder beside a directory, in which its next content is made. */
export interface DraftDirectory {
  readonly path: string;
  /**
   * Puts the draft in the place of the directory.
   *
   * @throws DatasetWriteError when the directory has come to hold something that may not be replaced.
   */
  publish(): Promise<void>;
  /** Removes a draft that was not published, and lets others write. */
  dispose(): Promise<void>;
}

/**
 * Begins the next content of a directory. Until it is disposed, nobody else can; what a process left
 * behind that died in between is cleared away.
 *
 * @throws DatasetWriteError when somebody else writes, or the directory may not be replaced.
 */
export async function openDraft(
  directory: string,
  options: { readonly overwrite: boolean },
): Promise<DraftDirectory> {
  // The directory itself is replaced, not a link to it.
  const target = await realpath(directory).catch(() => resolve(directory));
  await mkdir(dirname(target), { recursive: true });
  const lock = await lockDirectory(directory, target);
  const token = randomUUID();
  const path = `${target}.${token}.draft`;
  const former = `${target}.${token}.former`;
  let isPublished = false;
  try {
    await clearAway(target);
    await requireReplaceable(directory, target, options);
    await mkdir(path);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return {
    path,
    async publish() {
      await writeManifest(path);
      await syncFolders(path);
      await requireReplaceable(directory, target, options);
      const isReplacing = await exists(target);
      if (isReplacing) await rename(target, former);
      try {
        await rename(path, target);
      } catch (error) {
        if (isReplacing) await rename(former, target);
        throw error;
      }
      isPublished = true;
      await syncFolder(dirname(target));
      await removeDataset(former);
    },
    async dispose() {
      try {
        if (!isPublished) await rm(path, { recursive: true, force: true });
      } finally {
        await lock.release();
      }
    },
  };
}

async function lockDirectory(directory: string, target: string): Promise<JournalLock> {
  try {
    return await lockJournal(target);
  } catch (cause) {
    if (!(cause instanceof JournalLockedError)) throw cause;
    const message = `is being written by process ${cause.pid} on ${cause.host}`;
    throw new DatasetWriteError(directory, 'in-use', message, { cause });
  }
}

/** Only who holds the lock makes drafts: all that are there now are of processes that are gone. */
async function clearAway(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    const path = join(dirname(target), name);
    const rest = name.startsWith(basename(target)) ? name.slice(basename(target).length) : '';
    const kind = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(draft|former)$/.exec(rest)?.[1];
    if (kind === 'draft') await rm(path, { recursive: true, force: true });
    if (kind !== 'former') continue;
    // It was cut off between the two renames: what was there before is in force again.
    if (await exists(target)) await removeDataset(path);
    else await rename(path, target);
  }
}

async function requireReplaceable(
  directory: string,
  target: string,
  { overwrite }: { readonly overwrite: boolean },
): Promise<void> {
  const state = await inspectDirectory(target);
  if (state.status === 'other') {
    const message = `holds what is not of a dataset written here (${showNames(state.files)}): nothing of that is ever removed, give another directory`;
    throw new DatasetWriteError(directory, 'other-files', message);
  }
  if (state.status === 'dataset' && state.changed.length > 0 && !overwrite) {
    const message = `holds files that were changed since they were written (${showNames(state.changed)}): \`overwrite: true\` replaces them`;
    throw new DatasetWriteError(directory, 'changed-files', message);
  }
}

function showNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
