import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The Python with the packages of `requirements.txt`, or undefined: `CODEIO_PYTHON`. */
export const python: string | undefined = process.env.CODEIO_PYTHON || undefined;

/** What the libraries warned of while a script ran. */
export interface PythonWarnings {
  readonly warnings: readonly string[];
}

/**
 * Runs a script of this folder: a job in, a result out, both JSON.
 *
 * @throws Error with what the script printed when it fails.
 */
export async function runPython<Result>(
  script: string,
  job: object,
  env: Readonly<Record<string, string>> = {},
): Promise<Result & PythonWarnings> {
  // Nothing that was loaded before is to be found: neither data sets nor models.
  const home = await mkdtemp(join(tmpdir(), 'codeio-python-'));
  try {
    const file = fileURLToPath(new URL(`../${script}`, import.meta.url));
    return JSON.parse(await run(file, JSON.stringify(job), { ...env, HF_HOME: home }));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function run(file: string, input: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(python ?? 'python3', ['-B', file], { env: { ...process.env, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      if (exitCode === 0) return resolve(stdout);
      reject(new Error(`${file} ended with ${exitCode}:\n${stderr.slice(-4000)}`));
    });
    // A script that fails early does not read its job.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
