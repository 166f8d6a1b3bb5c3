import { Worker } from 'node:worker_threads';
import type { Batch } from './batch.js';
import type { PoolKind } from './pool-kind.js';
import type { WorkerStart } from './protocol.js';

/** A thread, and the way for batches to it. */
interface Thread {
  readonly worker: Worker;
  /** Sends a batch; as long as the thread waits for what its engine starts with, it is kept. */
  send(this: void, batch: Batch): void;
}

/**
 * Starts a thread. What its engine starts with goes along when it is there, and is the first message
 * when it comes later: until then the thread gets on with loading its code.
 *
 * @param board - Memory of the claim board.
 * @param onFailure - Called when what the engine starts with cannot be had, or not be sent.
 */
export function startThread(
  kind: PoolKind,
  board: SharedArrayBuffer,
  onFailure: (cause: unknown) => void,
): Thread {
  const { url, ...resourceLimits } = kind.thread;
  const start = (workerData: WorkerStart): Worker =>
    new Worker(url, {
      workerData,
      // The guest has no use for what the program was started with, and must not find it.
      env: {},
      execArgv: [],
      resourceLimits,
    });
  const engineData = kind.engineData();
  if (!(engineData instanceof Promise)) {
    const worker = start({ board, engineData });
    return { worker, send: (batch) => worker.postMessage(batch) };
  }
  // Without a thread nobody else would hear of its failure.
  engineData.catch(() => {});
  const worker = start({ board });
  let kept: Batch[] | undefined = [];
  engineData
    .then((data: unknown) => {
      worker.postMessage(data);
      for (const batch of kept ?? []) worker.postMessage(batch);
      kept = undefined;
    })
    .catch(onFailure);
  return {
    worker,
    send(batch) {
      if (kept === undefined) worker.postMessage(batch);
      else kept.push(batch);
    },
  };
}
