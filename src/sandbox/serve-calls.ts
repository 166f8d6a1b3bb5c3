import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Batch, packReports, unpackBatch } from './batch.js';
import type { CallEngine } from './call-engine.js';
import { createClaimBoard } from './claim-board.js';
import type { GuestReport } from './guest-report.js';
import type { WorkerResponse, WorkerStart } from './protocol.js';

/**
 * Starts an engine.
 *
 * @param data - What the pool's kind gives as `engineData`.
 * @param onStep - To be called at each step, so that the pool sees that a call is getting on.
 */
type StartEngine<Data> = (data: Data, onStep: () => void) => CallEngine | Promise<CallEngine>;

/** Reports wait this long at most for others to go with. */
const reportEveryMs = 2;
/** A message with more text than this gains nothing, and may not fit into one string. */
const maximumCharacters = 1024 * 1024;

/**
 * Makes the calls that a pool sends to the thread that this is called on.
 *
 * @throws Error outside of a pool's thread, and whatever the engine throws when it starts.
 */
export async function serveCalls<Data>(startEngine: StartEngine<Data>): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('a worker is started by the sandbox pool, not by hand');
  const start = workerData as WorkerStart;
  const board = createClaimBoard(start.board);
  const data = 'engineData' in start ? start.engineData : await firstMessage(port);
  const engine = await startEngine(data as Data, board.step);
  const send = (response: WorkerResponse): void => port.postMessage(response);

  const makeCalls = async (batch: Batch): Promise<void> => {
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
  };

  let last = Promise.resolve();
  port.on('message', (batch: Batch) => {
    last = last.then(() => makeCalls(batch));
  });
  send({ type: 'ready' });
}

function firstMessage(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => port.once('message', resolve));
}
