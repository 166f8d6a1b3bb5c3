import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const child = fileURLToPath(new URL('run-child.ts', import.meta.url));
const run = promisify(execFile);

/** What a process is to do and measure: two model calls for each task. */
export interface RunArm {
  /** The calls alone, with `generateText`, or the run that makes them. */
  readonly kind: 'bare' | 'run';
  /** The runtime's own fetch, or the one over `node:http`. */
  readonly fetch: 'global' | 'http';
  readonly tasks: number;
  readonly concurrency: number;
  /** The server that is measured, and one for the calls before, which has no faults. */
  readonly baseURL: string;
  readonly warmUpURL: string;
  /** The file of the journal. */
  readonly journal?: string | undefined;
  /** Options of Node.js that a user would give to a run of this size. */
  readonly nodeOptions?: readonly string[] | undefined;
}

/** What a process measured of itself. */
export interface RunUse {
  readonly wallMs: number;
  /** User and system time of all threads. */
  readonly cpuMs: number;
  /** When the last task was taken from the source, and how many replies there were until then. */
  readonly sourceEnd: { readonly wallMs: number; readonly replies: number };
}

/**
 * Measures in a process of its own, so that neither memory nor compiled code of others counts.
 *
 * @throws Error when the results are not those of the tasks.
 */
export async function measureArm(arm: RunArm): Promise<RunUse> {
  const { nodeOptions = [] } = arm;
  const tsx = ['--import', import.meta.resolve('tsx')];
  const options = [...nodeOptions, ...tsx, child, JSON.stringify(arm)];
  const { stdout } = await run(process.execPath, options);
  return JSON.parse(stdout) as RunUse;
}
