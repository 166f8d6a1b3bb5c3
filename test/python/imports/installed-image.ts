import { getImages } from '../../../src/python/get-images.js';
import type { InterpreterImage } from '../../../src/python/interpreter-image.js';
import { findPyodide } from '../../../src/python/pyodide-package.js';

/** The image of the installed interpreter, without packages. */
export async function installedImage(): Promise<InterpreterImage> {
  const { signal } = new AbortController();
  const images = await getImages({
    pyodide: findPyodide(),
    packageFolders: [],
    cacheFolder: undefined,
    signal,
  });
  return images[0] as InterpreterImage;
}
