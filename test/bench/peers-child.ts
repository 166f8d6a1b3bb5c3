/** Compares the sandbox with other packages; started by `peers.ts`, prints rows as JSON. */
import { createInProcessSandbox, createSandbox } from 'codeio';
import { readChecks } from './functions.js';
import {
  type Contender,
  inFlight,
  type MakeCheck,
  measure,
  median,
  medianRatio,
  oneByOne,
  type Rounds,
} from './measure.js';
import {
  newIsolateChecks,
  newIsolatedContextChecks,
  nodeVmChecks,
  runChecks,
  sebastianWesselChecks,
} from './peer-contenders.js';
import type { PeerFolders } from './peers.js';
import { sandboxChecks } from './sandbox-checks.js';
import { ahead, atLeast, type Bound, type Row, time } from './table.js';

/** One that the sandbox is compared with. */
interface Rival extends Contender {
  /** Which of ours does the same. */
  readonly ours: Contender;
  readonly want?: ((ratio: number) => Bound) | undefined;
}

const workers = 2;
const folders = JSON.parse(process.argv[2] ?? '{}') as PeerFolders;
const checks = readChecks();
await using sandbox = await createInProcessSandbox();
await using pool = createSandbox({ workers });
const inProcess = {
  name: 'pristine, in process',
  checks: 4000,
  run: oneByOne(sandboxChecks(sandbox)),
};
const stream = {
  name: 'pool of 2, 512 callers',
  checks: 4000,
  run: inFlight(sandboxChecks(pool), 512),
};
const alone = {
  name: 'pool, one call after the other',
  checks: 200,
  run: oneByOne(sandboxChecks(pool)),
};
const rows: Row[] = [];
const rivals: Rival[] = [];

const hundreds = (ratio: number): Bound => atLeast(300, ratio);
const add = async (
  name: string,
  ours: Contender,
  checksPerRound: number,
  want: Rival['want'],
  load: () => MakeCheck | Promise<MakeCheck>,
  callers = 1,
): Promise<void> => {
  try {
    const make = await load();
    await make(checks[0] as never);
    rivals.push({ name, ours, checks: checksPerRound, want, run: inFlight(make, callers) });
  } catch (error) {
    rows.push({ what: name, figure: `skipped: ${String(error).split('\n')[0]?.slice(0, 80)}` });
  }
};

const { sebastianwessel, run, 'isolated-vm': isolatedVm } = folders;
if (sebastianwessel !== undefined) {
  const load = () => sebastianWesselChecks(sebastianwessel);
  await add('@sebastianwessel/quickjs, a sandbox per check', inProcess, 10, hundreds, load);
}
if (run !== undefined) {
  const load = () => runChecks(run, workers);
  await add(
    'run, a context in a thread per check, 2 at a time',
    stream,
    20,
    hundreds,
    load,
    workers,
  );
  await add('run, one call after the other', alone, 10, undefined, load);
}
if (isolatedVm !== undefined) {
  await add('isolated-vm, an isolate per check', inProcess, 40, ahead, () =>
    newIsolateChecks(isolatedVm),
  );
  await add('isolated-vm, a context per check (all share one heap)', inProcess, 80, ahead, () =>
    newIsolatedContextChecks(isolatedVm),
  );
}
await add(
  'node:vm, a context per check (no security boundary)',
  inProcess,
  80,
  ahead,
  nodeVmChecks,
);

const ours = [inProcess, stream, alone];
const all = [...ours, ...rivals];
const times = await measure(all, checks, 11, 4);
const timesOf = (contender: Contender): Rounds => times[all.indexOf(contender)] as Rounds;
for (const contender of ours) {
  const what = `${contender.name} (Node.js ${process.version}, as all below)`;
  rows.push({ what, figure: time(median(timesOf(contender))) });
}
for (const rival of rivals) {
  const ratio = medianRatio(timesOf(rival), timesOf(rival.ours));
  const what = `${rival.name} ÷ ${rival.ours.name}`;
  rows.push({ what, figure: time(median(timesOf(rival))), ratio, wanted: rival.want?.(ratio) });
}
console.log(JSON.stringify(rows));
// Not every peer lets the process end by itself.
process.exit(0);
