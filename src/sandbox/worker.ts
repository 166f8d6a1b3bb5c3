import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, packReports, unpackBatch } from './batch.js';
import { createClaimBoard } from './claim-board.js';
import { createEngine } from './engine.js';
import type { GuestReport } from './guest-report.js';
import type { WorkerResponse, WorkerStart } from './protocol.js';

/** Reports wait this long at most for others to go with. */
const reportEveryMs = 2;

const port = parentPort;
if (port === null) throw new Error('worker.js is started by the sandbox pool, not by hand');

const { limits, board: memory } = workerData as WorkerStart;
const board = createClaimBoard(memory);
const engine = await createEngine(limits, board.step);
const send = (response: WorkerResponse): void => port.postMessage(response);

async function makeCalls(batch: Batch): Promise<void> {
  const calls = unpackBatch(batch);
  let reports: (GuestReport | undefined)[] = [];
  let sentAt = performance.now();
  const report = (isBatchOver: boolean): void => {
    send({ type: 'reports', reports: packReports(reports), isBatchOver });
    reports = [];
    sentAt = performance.now();
  };
  for (const [index, call] of calls.entries()) {
    if (performance.now() - sentAt >= reportEveryMs) report(false);
    const isMine = board.begin(batch.firstPlace + index);
    reports.push(isMine ? await engine.evaluate(call) : undefined);
  }
  report(true);
}

let last = Promise.resolve();
port.on('message', (batch: Batch) => {
  last = last.then(() => makeCalls(batch));
});
send({ type: 'ready' });
