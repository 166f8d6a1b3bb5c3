import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoadServerOptions, LoadServerStats, PromptCount } from './load-server-options.js';

/** An OpenAI-compatible chat server in a process of its own. */
export interface LoadServer extends AsyncDisposable {
  readonly baseURL: string;
  /** Changes how requests are treated from now on; the address stays. */
  configure(options: LoadServerOptions): Promise<void>;
  stats(): Promise<LoadServerStats>;
  /** What was asked since the start or the last `reset`, by the `promptKey` of the messages. */
  prompts(): Promise<ReadonlyMap<string, PromptCount>>;
  /** Begins to count anew. */
  reset(): Promise<void>;
}

const child = fileURLToPath(new URL('load-server-child.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/**
 * Starts a chat server for load tests on 127.0.0.1. It answers the prompts of `syntheticTasks`, and
 * refuses others with 400. It has a process of its own, so that its work is not counted as the
 * client's, and ends with the process that started it, however that ends.
 */
export async function startLoadServer(options: LoadServerOptions = {}): Promise<LoadServer> {
  const server = fork(child, [JSON.stringify(options)], {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const origin = `http://127.0.0.1:${await portOf(server)}`;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} came to ${response.status}`);
    return response.json();
  };
  return {
    baseURL: `${origin}/v1`,
    configure: async (changed) => void (await ask('PUT', '/options', changed)),
    stats: async () => (await ask('GET', '/stats')) as LoadServerStats,
    prompts: async () => new Map((await ask('GET', '/prompts')) as [string, PromptCount][]),
    reset: async () => void (await ask('DELETE', '/stats')),
    async [Symbol.asyncDispose]() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exit = once(server, 'exit');
      server.disconnect();
      await exit;
    },
  };
}

async function portOf(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve((message as { port: number }).port));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the load server ended with code ${code}`)));
  });
}
