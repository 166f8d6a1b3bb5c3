import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a file of this folder in a Node.js process of its own, and reads the JSON that it prints. */
export async function runFork<T>(name: string, ...args: readonly string[]): Promise<T> {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const tsx = import.meta.resolve('tsx');
  const { stdout } = await run(process.execPath, ['--import', tsx, file, ...args]);
  return JSON.parse(stdout) as T;
}
