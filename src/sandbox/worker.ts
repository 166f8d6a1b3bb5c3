import { parentPort, workerData } from 'node:worker_threads';
import { type Batch, packReports, unpackBatch } from './batch.js';
import { createClaimBoard } from './claim-board.js';
import { createEngine } from './engine.js';
import type { GuestReport } from './guest-report.js';
import type { WorkerResponse, WorkerStart } from './protocol.js';

/** Reports wait this long at most for others to go with. */
const reportEveryMs = 2;
/** A message with more text than this gains nothing, and may not fit into one string. */
const maximumCharacters = 1024 * 1024;

const port = parentPort;
if (port === null) throw new Error('worker.js is started by the sandbox pool, not by hand');

const { limits, board: memory } = workerData as WorkerStart;
const board = createClaimBoard(memory);
const engine = await createEngine(limits, board.step);
const send = (response: WorkerResponse): void => port.postMessage(response);

async function makeCalls(batch: Batch): Promise<void> {
  const calls = unpackBatch(batch);
  let reports: (GuestReport | undefined)[] = [];
  let characters = 0;
  let sentAt = performance.now();
  const report = (isBatchOver: boolean): void => {
    send({ type: 'reports', reports: packReports(reports), isBatchOver });
    reports = [];
    characters = 0;
    sentAt = performance.now();
  };
  for (const [index, call] of calls.entries()) {
    if (performance.now() - sentAt >= reportEveryMs || characters >= maximumCharacters) {
      report(false);
    }
    const isMine = board.begin(batch.firstPlace + index);
    const made = isMine ? await engine.evaluate(call) : undefined;
    reports.push(made);
    characters += made?.text.length ?? 0;
  }
  report(true);
}

let last = Promise.resolve();
port.on('message', (batch: Batch) => {
  last = last.then(() => makeCalls(batch));
});
send({ type: 'ready' });
