import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostPython } from './python-process.js';

const script = fileURLToPath(new URL('python-host.py', import.meta.url));
/** Processor time that a function may take. */
const seconds = 20;

/** A call to be made by Python itself. */
export interface HostRequest {
  readonly code: string;
  readonly entrypoint: string;
  /** JSON text of the named arguments. */
  readonly input: string;
  readonly seed: number;
  /** Whether `sum` rounds as in Python 3.12 and later. */
  readonly addsLikeLater?: boolean | undefined;
  /** Whether sets are gone through in another order than usual. */
  readonly reordersSets?: boolean | undefined;
}

/** What came of it. */
export type HostAnswer =
  /** The value is JSON text. */
  | { readonly status: 'returned'; readonly value: string }
  | { readonly status: 'threw'; readonly name: string; readonly message: string }
  | { readonly status: 'unserializable'; readonly message: string }
  /** It took too long, or brought its process down. */
  | { readonly status: 'ended' };

/** A Python process that makes one call after the other, each in a fork. */
export interface PythonHost extends AsyncDisposable {
  run(this: void, request: HostRequest): Promise<HostAnswer>;
}

/** Starts a Python process. It hashes strings by the given seed. */
export async function createPythonHost(
  { executable }: HostPython,
  hashSeed: number,
): Promise<PythonHost> {
  const folder = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  const child = spawn(executable, [script, folder, String(seconds)], {
    env: { PYTHONHASHSEED: String(hashSeed), LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error('python3 has ended');
      return JSON.parse(line.value) as HostAnswer;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes calls one after the other in a Python process. Its seed is that of the calls, too. */
export async function runOnHost(
  python: HostPython,
  requests: readonly Omit<HostRequest, 'seed'>[],
  seed: number,
): Promise<readonly HostAnswer[]> {
  await using host = await createPythonHost(python, seed);
  const answers: HostAnswer[] = [];
  for (const request of requests) answers.push(await host.run({ ...request, seed }));
  return answers;
}
