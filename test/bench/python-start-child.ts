/** Starts a Python sandbox, or one more of its workers; started by `python-start.ts`, prints JSON. */
import type { Program } from 'codeio';
import { createPythonSandbox } from 'codeio/python';

const [kind, cacheFolder] = process.argv.slice(2) as ['sandbox' | 'worker', string];

const double: Program = {
  language: 'python',
  code: 'def main_solution(n):\n    return 2 * n\n',
  entrypoint: 'main_solution',
};
const endless: Program = {
  language: 'python',
  code: 'def main_solution():\n    while True:\n        pass\n',
  entrypoint: 'main_solution',
};

const createdAt = performance.now();
await using sandbox = createPythonSandbox({ workers: 2, cacheFolder });
await check(4);
const milliseconds = kind === 'sandbox' ? performance.now() - createdAt : await timeWorker();
console.log(JSON.stringify(milliseconds));

/** From giving a call while the only worker is busy to what comes of it. */
async function timeWorker(): Promise<number> {
  let isBusy = true;
  const busy = sandbox.run(endless, {}).then(
    () => {
      isBusy = false;
    },
    // It is closed while it still runs.
    () => {},
  );
  // The first worker has it before the second call comes.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const startedAt = performance.now();
  await check(5);
  const time = performance.now() - startedAt;
  if (!isBusy) throw new Error('the second worker had not to be started');
  await sandbox[Symbol.asyncDispose]();
  await busy;
  return time;
}

async function check(n: number): Promise<void> {
  const outcome = await sandbox.run(double, { n });
  if (outcome.status !== 'returned' || outcome.value !== 2 * n) {
    throw new Error(`2 × ${n} came to ${JSON.stringify(outcome)}`);
  }
}
