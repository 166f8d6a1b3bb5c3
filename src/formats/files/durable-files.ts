import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a new file and waits until it is on disk. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the entries of a folder and of all in it are on disk, where the system can do that. */
export async function syncFolders(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(join(path, entry.name));
  }
  await syncFolder(path);
}

/** Waits until the entries of a folder are on disk, where the system can do that: Windows cannot. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch {
    // Some file systems refuse it for folders. Their rename is then as durable as they make it.
  } finally {
    await handle?.close();
  }
}
