import { execFileSync } from 'node:child_process';
import { isSlowRun } from './slow-run.js';

/** Builds the package, which the worker threads and the package tests need. */
export default function setup(): void {
  if (!isSlowRun) {
    console.log(
      'Skipping what installs packages, needs Python or Chromium, or takes minutes: the packed-tarball consumers, the trainers and their files, the browser, the long runs of the sandbox, fifty kills of a run, all examples but the quickstart and the first of the README. CODEIO_SLOW=1 runs them, the trainers with CODEIO_PYTHON=<a python with test/consumers/requirements.txt>.',
    );
  }
  // Declarations take most of the time, and only the consumers look at them.
  const options = isSlowRun ? [] : ['--no-dts'];
  execFileSync('npx', ['--no-install', 'tsup', ...options], { stdio: 'inherit' });
}
