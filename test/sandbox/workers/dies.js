// A worker that dies, as its URL says: `deaths` times in the middle of a call, then it is a good one
// (`from=idle`: it is a good one at once, and dies after its first batch). It counts its starts and
// deaths in the file `log`.
import { appendFileSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const options = new URL(import.meta.url).searchParams;
const log = options.get('log') ?? '';
const count = (name) => readFileSync(log, 'utf8').split(name).length - 1;

appendFileSync(log, 'start ');
process.on('exit', () => appendFileSync(log, 'death '));
const isDoomed = count('start') <= Number(options.get('deaths'));
if (!isDoomed || options.get('from') === 'idle') await import('../../../dist/worker.js');
if (isDoomed) {
  if (options.get('from') === 'idle') {
    parentPort?.on('message', () => setTimeout(() => process.exit(), 10));
  } else {
    parentPort?.on('message', ({ firstPlace }) => {
      Atomics.store(new Int32Array(workerData.board), firstPlace, 1);
      process.exit(1);
    });
    parentPort?.postMessage({ type: 'ready' });
  }
}
