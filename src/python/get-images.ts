import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildImages } from './build-images.js';
import { imageEnding, readImageFile, type StoredImage, writeImageFile } from './image-file.js';
import { imageKey } from './image-key.js';
import type { InterpreterImage } from './interpreter-image.js';
import type { PyodidePackage } from './pyodide-package.js';

/** Where images come from. */
export interface ImageOptions {
  readonly pyodide: PyodidePackage;
  readonly packageFolders: readonly string[];
  /** Where images are kept; `false` for nowhere. */
  readonly cacheFolder: string | false | undefined;
  readonly signal: AbortSignal;
}

/** Gets the images of an interpreter: those that are kept, or some that are built and kept. */
export async function getImages(options: ImageOptions): Promise<readonly InterpreterImage[]> {
  const { pyodide, packageFolders, signal } = options;
  const compiling = readFile(join(pyodide.folder, 'pyodide.asm.wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  // It is awaited below, unless something else fails before.
  compiling.catch(() => {});
  const cacheFolder = options.cacheFolder ?? join(pyodide.folder, '..', '.cache', 'codeio');
  if (cacheFolder === false) {
    return buildImages(pyodide, await compiling, packageFolders, signal);
  }
  const file = join(cacheFolder, `python-${await imageKey(pyodide, packageFolders)}${imageEnding}`);
  const stored = await readImageFile(file);
  if (stored !== undefined) {
    const module = await compiling;
    return Promise.all(stored.map((image) => restoreModules(image, module)));
  }
  const images = await buildImages(pyodide, await compiling, packageFolders, signal);
  // Where it cannot be written, as in a folder that belongs to somebody else, it is built each time.
  await writeImageFile(file, images.map(withoutModules)).catch(() => {});
  return images;
}

function withoutModules({ module: _, sideModules, ...image }: InterpreterImage): StoredImage {
  return { ...image, sideModules: sideModules.map(({ module: _, ...side }) => side) };
}

async function restoreModules(
  stored: StoredImage,
  module: WebAssembly.Module,
): Promise<InterpreterImage> {
  const sideModules = await Promise.all(
    stored.sideModules.map(async (side) => {
      // What is shared between threads cannot be compiled.
      return { ...side, module: await WebAssembly.compile(side.bytes.slice().buffer) };
    }),
  );
  return { ...stored, module, sideModules };
}
