import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where pyodide lies, and which one it is. */
export interface PyodidePackage {
  readonly folder: string;
  readonly version: string;
}

/**
 * Finds the installed pyodide.
 *
 * @param folder - The folder of the package; where Node.js finds `pyodide` unless given.
 * @throws Error that says how to install it.
 */
export function findPyodide(folder?: string): PyodidePackage {
  const place = folder ?? installedFolder();
  let version: unknown;
  try {
    const text = readFileSync(join(place, 'package.json'), 'utf8');
    ({ version } = JSON.parse(text) as { readonly version?: unknown });
  } catch (cause) {
    throw new Error(`there is no pyodide in ${place}`, { cause });
  }
  if (typeof version !== 'string') throw new Error(`the pyodide in ${place} has no version`);
  return { folder: place, version };
}

function installedFolder(): string {
  const { resolve } = createRequire(import.meta.url);
  try {
    return dirname(resolve('pyodide/package.json'));
  } catch (cause) {
    throw new Error('pyodide is not installed: npm install pyodide', { cause });
  }
}
