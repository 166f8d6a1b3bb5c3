import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isSlowRun } from './slow-run.js';

const startPython = `
import { createPythonSandbox } from 'codeio/python';
const sandbox = createPythonSandbox({ workers: 1 });
await sandbox.run({ language: 'python', code: 'f = int', entrypoint: 'f', parameters: [] }, {});
await sandbox[Symbol.asyncDispose]();
`;

/**
 * Builds the package, which the worker threads and the package tests need, and sets a Python
 * interpreter up, which is kept for all of them.
 */
export default function setup(): void {
  if (!isSlowRun) {
    console.log(
      'Skipping what installs packages, needs Python or Chromium, or takes minutes: the packed-tarball consumers, the trainers and their files, the browser, the long runs of the sandbox, fifty kills of a run, all examples but the quickstart and the first of the README, the long runs, the start, the guest and the packages of the Python sandbox and most of the attacks on it. CODEIO_SLOW=1 runs them, numpy with CODEIO_NUMPY=<a folder, see .ci/run>, the trainers with CODEIO_PYTHON=<a python with test/consumers/requirements.txt>.',
    );
  }
  // Declarations take most of the time, and only the consumers look at them.
  const options = isSlowRun ? [] : ['--no-dts'];
  execFileSync('npx', ['--no-install', 'tsup', ...options], { stdio: 'inherit' });
  // Once, and not by each of the first tests for itself.
  execFileSync(process.execPath, ['--input-type=module', '--eval', startPython], {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
}
