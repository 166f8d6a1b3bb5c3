import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the builder uses of pyodide once it is loaded. */
export interface LoadedPyodide {
  readonly FS: PyodideFileSystem;
  runPython(code: string): unknown;
  setInterruptBuffer(buffer: Uint8Array): void;
}

/** The part of the loader's file system that the builder uses. */
export interface PyodideFileSystem {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
  readFile(path: string): Uint8Array;
  readdir(path: string): string[];
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
}

interface PyodideModule {
  loadPyodide(options: Readonly<Record<string, unknown>>): Promise<LoadedPyodide>;
}

/** Loads pyodide from its folder, without anything of the machine that it could show to Python. */
export async function loadInterpreter(folder: string): Promise<LoadedPyodide> {
  const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly exports?: { readonly '.'?: { readonly import?: string } };
  };
  const file = description.exports?.['.']?.import ?? './pyodide.mjs';
  const { loadPyodide } = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, file)).href
  )) as PyodideModule;
  return loadPyodide({
    indexURL: folder,
    jsglobals: Object.create(null),
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
}
