import { Worker } from 'node:worker_threads';
import type { Build, BuildRequest, BuildResponse } from './builder/build-request.js';
import type { InterpreterImage } from './interpreter-image.js';
import { joinBuilds } from './join-builds.js';
import type { PyodidePackage } from './pyodide-package.js';
import { pythonBuilderUrl } from './python-worker-url.js';

/** The seeds of the ways of hashing strings; the lowest bit of a call's seed chooses one. */
const hashSeeds = [0, 1];

/**
 * Sets interpreters up on threads of their own, one for each way of hashing strings, and joins them.
 *
 * @throws the signal's reason when it is aborted; Error when pyodide cannot be loaded.
 */
export async function buildImages(
  { folder, version }: PyodidePackage,
  module: WebAssembly.Module,
  packageFolders: readonly string[],
  signal: AbortSignal,
): Promise<readonly InterpreterImage[]> {
  const builds = await Promise.all(
    hashSeeds.map((hashSeed) =>
      build({ pyodideFolder: folder, module, hashSeed, packageFolders }, signal),
    ),
  );
  return joinBuilds(builds, version, module);
}

function build(request: BuildRequest, signal: AbortSignal): Promise<Build> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(pythonBuilderUrl(), { workerData: request, env: {}, execArgv: [] });
    const end = (): void => {
      signal.removeEventListener('abort', abort);
      void worker.terminate();
    };
    const fail = (error: unknown): void => {
      end();
      reject(error);
    };
    const abort = (): void => fail(signal.reason);
    signal.addEventListener('abort', abort);
    worker.on('message', (response: BuildResponse) => {
      if (response.status === 'failed') return fail(new Error(response.message));
      end();
      resolve(response.build);
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that sets the interpreter up has ended')));
  });
}
