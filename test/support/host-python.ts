import { spawnSync } from 'node:child_process';

/** Whether the machine has a Python that knows what the sandbox's knows. */
export const hasHostPython: boolean =
  spawnSync('python3', ['-c', 'import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)'])
    .status === 0;

/** What a test says that was skipped for want of it. */
export const noHostPython = 'there is no python3 of version 3.10 or newer';

/** Runs a script with the machine's Python and returns what it printed. */
export function runHostPython(script: string, input = ''): string {
  const { status, stdout, stderr } = spawnSync('python3', ['-W', 'ignore', '-c', script], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
