import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './engine.js';
import type { ResolvedLimits } from './limits.js';
import type { WorkerRequest, WorkerResponse } from './protocol.js';

const port = parentPort;
if (port === null) throw new Error('worker.js is started by the sandbox pool, not by hand');

const send = (response: WorkerResponse): void => port.postMessage(response);
const engine = await createEngine(workerData as ResolvedLimits);

port.on('message', async ({ id, call }: WorkerRequest) => {
  send({ type: 'report', id, report: await engine.evaluate(call) });
});
send({ type: 'ready' });
