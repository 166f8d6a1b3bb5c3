import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { guestSetup } from './guest-setup.js';
import type { PyodidePackage } from './pyodide-package.js';

/** Changes when the same parts are put together in another way. */
const formatVersion = 1;

/** Names an image by all that it is made of: pyodide, the packages, and what sets the guest up. */
export async function imageKey(
  { folder, version }: PyodidePackage,
  packageFolders: readonly string[],
): Promise<string> {
  const hash = createHash('sha256');
  const add = (value: unknown): void => void hash.update(`${JSON.stringify(value)}\n`);
  add([formatVersion, version, guestSetup('')]);
  for (const root of [folder, ...packageFolders]) {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      const { size, mtimeMs } = await stat(file);
      add([file, size, mtimeMs]);
    }
  }
  return hash.digest('hex').slice(0, 24);
}
