// A worker that starts and then says nothing.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => {});
