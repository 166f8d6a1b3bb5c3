import { parentPort, workerData } from 'node:worker_threads';
import { createClaimBoard } from './claim-board.js';
import { createEngine } from './engine.js';
import type { PreparedProgram } from './prepare-program.js';
import type { Batch, WorkerResponse, WorkerStart } from './protocol.js';

/** Reports wait this long at most for others to go with. */
const reportEveryMs = 2;

const port = parentPort;
if (port === null) throw new Error('worker.js is started by the sandbox pool, not by hand');

const { limits, board: memory } = workerData as WorkerStart;
const board = createClaimBoard(memory);
const engine = await createEngine(limits, board.step);
const send = (response: WorkerResponse): void => port.postMessage(response);

async function makeCalls(batch: Batch): Promise<void> {
  const inputTexts = batch.inputLines.split('\n');
  let texts: string[] = [];
  let steps: number[] = [];
  let reportedAt = performance.now();
  for (const [index, programIndex] of batch.programIndexes.entries()) {
    if (board.begin(batch.firstPlace + index)) {
      const report = await engine.evaluate({
        program: batch.programs[programIndex] as PreparedProgram,
        inputText: inputTexts[index] as string,
        seed: batch.seeds[index] as number,
        nowMs: batch.nowsMs[index] as number,
      });
      texts.push(report.text);
      steps.push(report.steps);
    } else {
      texts.push('');
      steps.push(0);
    }
    const now = performance.now();
    if (now - reportedAt < reportEveryMs || index === batch.programIndexes.length - 1) continue;
    send({ type: 'reports', lines: texts.join('\n'), steps, isBatchOver: false });
    texts = [];
    steps = [];
    reportedAt = now;
  }
  send({ type: 'reports', lines: texts.join('\n'), steps, isBatchOver: true });
}

let last = Promise.resolve();
port.on('message', (batch: Batch) => {
  last = last.then(() => makeCalls(batch));
});
send({ type: 'ready' });
