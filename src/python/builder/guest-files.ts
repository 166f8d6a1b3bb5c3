import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { GuestFile } from '../interpreter-image.js';
import type { PyodideFileSystem } from './load-interpreter.js';

/** What no program imports. */
const leftOut = /(?:^|\/)(?:__pycache__|tests?|[^/]*\.dist-info)(?:\/|$)/;
/** Folders of the loader that hold no files of the library. */
const ownFolders = new Set(['/dev', '/proc', '/sys', '/tmp', '/home', '/session']);

/** Copies folders in the form of `site-packages` to where the guest looks for packages. */
export async function installPackages(
  files: PyodideFileSystem,
  folders: readonly string[],
  target: string,
): Promise<void> {
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const source = join(entry.parentPath, entry.name);
      const path = relative(folder, source).split(sep).join('/');
      if (leftOut.test(path)) continue;
      const place = `${target}/${path}`;
      files.mkdirTree(place.slice(0, place.lastIndexOf('/')));
      files.writeFile(place, new Uint8Array(await readFile(source)));
    }
  }
}

/** Collects all files of the guest into memory that threads share. */
export function collectFiles(files: PyodideFileSystem): GuestFile[] {
  const found: GuestFile[] = [];
  const walk = (folder: string): void => {
    for (const name of files.readdir(folder).sort()) {
      if (name === '.' || name === '..') continue;
      const path = folder === '/' ? `/${name}` : `${folder}/${name}`;
      if (ownFolders.has(path)) continue;
      const { mode } = files.stat(path);
      if (files.isDir(mode)) walk(path);
      else if (files.isFile(mode)) found.push({ path, bytes: toShared(files.readFile(path)) });
    }
  };
  walk('/');
  return found;
}

/** Copies bytes into memory that threads share. */
export function toShared(bytes: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
