import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './run-command.js';

/** What a test says that was skipped for want of it. */
export const noSharedData = 'there is no folder shared/data beside the project';

/** Finds a file of `shared/data` in a folder around the project's; `undefined` when there is none. */
export function findSharedData(name: string): string | undefined {
  let folder = dirname(join(projectRoot, '.'));
  for (;;) {
    const file = join(folder, 'shared', 'data', name);
    if (existsSync(file)) return file;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
