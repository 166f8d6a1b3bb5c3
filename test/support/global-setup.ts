import { execFileSync } from 'node:child_process';

/** Builds the package, which the worker threads and the package tests need. */
export default function setup(): void {
  execFileSync('npx', ['--no-install', 'tsup'], { stdio: 'inherit' });
}
