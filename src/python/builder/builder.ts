import { parentPort, workerData } from 'node:worker_threads';
import { buildInterpreter } from './build-interpreter.js';
import type { BuildRequest, BuildResponse } from './build-request.js';

const port = parentPort;
if (port === null) throw new Error('builder.js is started by the Python sandbox, not by hand');
const send = (response: BuildResponse): void => port.postMessage(response);
try {
  send({ status: 'built', build: await buildInterpreter(workerData as BuildRequest) });
} catch (error) {
  send({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
}
