import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.js';
import { runFork } from './python-fork.js';
import { atMost, type Row, time } from './table.js';

const firstStarts = 3;
const furtherStarts = 5;

/** Times starts, each in a process of its own: with and without an interpreter that is kept. */
export async function measurePythonStart(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  const start = (kind: 'sandbox' | 'worker', name: string): Promise<number> =>
    runFork('python-start-child.ts', kind, join(folder, name));
  const inTurn = async (count: number, make: (round: number) => Promise<number>) => {
    const times: number[] = [];
    for (let round = 0; round < count; round++) times.push(await make(round));
    return median(times);
  };
  try {
    const first = await inTurn(firstStarts, (round) => start('sandbox', String(round)));
    const further = await inTurn(furtherStarts, () => start('sandbox', '0'));
    const spare = await inTurn(furtherStarts, () => start('worker', '0'));
    return [
      {
        what: 'createPythonSandbox() until the first outcome, the interpreter kept from before',
        figure: time(1000 * further),
        wanted: atMost(1, further / 1000, ' s'),
      },
      { what: 'the same where none is kept, as on a new machine', figure: time(1000 * first) },
      {
        what: 'one more worker, until its first outcome',
        figure: time(1000 * spare),
        wanted: atMost(0.6, spare / 1000, ' s'),
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
