import type { GuestFile } from '../interpreter-image.js';

/** What lies under a path. */
export type FileNode =
  | { readonly kind: 'file'; readonly number: number; readonly bytes: Uint8Array }
  | { readonly kind: 'folder'; readonly number: number; readonly names: readonly string[] };

/** Files in memory that can be read and nothing else. */
export interface FileTree {
  /** Finds what lies under an absolute path. */
  find(this: void, path: string): FileNode | undefined;
}

/** Makes a path absolute and plain: without `.`, `..` and doubled slashes. */
export function plainPath(path: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Makes the folders that the files' paths speak of. */
export function createFileTree(files: readonly GuestFile[]): FileTree {
  const nodes = new Map<string, FileNode>();
  const names = new Map<string, string[]>([['/', []]]);
  const addName = (path: string): void => {
    const cut = path.lastIndexOf('/');
    const folder = cut === 0 ? '/' : path.slice(0, cut);
    const siblings = names.get(folder);
    if (siblings !== undefined) {
      siblings.push(path.slice(cut + 1));
      return;
    }
    names.set(folder, [path.slice(cut + 1)]);
    addName(folder);
  };
  for (const { path, bytes } of files) {
    nodes.set(path, { kind: 'file', number: nodes.size + 2, bytes });
    addName(path);
  }
  for (const [path, children] of names) {
    nodes.set(path, { kind: 'folder', number: nodes.size + 2, names: children.sort() });
  }
  return { find: (path) => nodes.get(path) };
}
