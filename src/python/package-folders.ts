import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { optionError } from '../errors/option-error.js';

/**
 * Checks folders in the form of `site-packages`.
 *
 * @throws TypeError naming the one that is none.
 */
export function requirePackageFolders(folders: readonly string[]): readonly string[] {
  for (const folder of folders) {
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isFolder) throw optionError('packageFolders', 'folders that exist', folder);
  }
  return folders;
}

/** Names the contents of folders, wherever they lie. */
export function describePackages(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(`${relative(folder, file)} ${statSync(file).size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
