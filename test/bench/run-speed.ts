import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoadServer } from '../support/load-server.js';
import { median, medianRatio, type Rounds } from './measure.js';
import { measureArm, type RunArm, type RunUse } from './run-arm.js';
import { atMost, type Row } from './table.js';

const tasks = 5000;
const calls = 2 * tasks;
const concurrency = 200;
const latencyMs = 200;
const idealMs = (calls * latencyMs) / concurrency;

/** What is compared, round by round in turn. */
const arms = {
  bare: { kind: 'bare', fetch: 'global' },
  bareOverHttp: { kind: 'bare', fetch: 'http' },
  run: { kind: 'run', fetch: 'global' },
  runOverHttp: { kind: 'run', fetch: 'http' },
  runTuned: { kind: 'run', fetch: 'http', nodeOptions: ['--max-semi-space-size=64'] },
  journal: { kind: 'run', fetch: 'global' },
} as const satisfies Readonly<Record<string, Pick<RunArm, 'kind' | 'fetch' | 'nodeOptions'>>>;

type ArmName = keyof typeof arms;

/**
 * Compares runs with the time that their calls take at least, and with the calls alone.
 *
 * @param rounds - How often each is measured; the medians count.
 */
export async function measureRunSpeed(rounds: number): Promise<readonly Row[]> {
  const uses = await measureAll(rounds);
  const wall = (name: ArmName): Rounds => uses[name].map(({ wallMs }) => wallMs);
  const cpu = (name: ArmName): Rounds => uses[name].map(({ cpuMs }) => cpuMs / calls);
  const over = (above: ArmName, below: ArmName): number =>
    median(cpu(above).map((value, round) => value - (cpu(below)[round] as number)));
  const speed = (what: string, name: ArmName, isGoal: boolean): Row => {
    const ratio = median(wall(name)) / idealMs;
    const seconds = (median(wall(name)) / 1000).toFixed(1);
    return {
      what,
      figure: `${seconds} s, ${median(cpu(name)).toFixed(2)} ms CPU a call`,
      ratio,
      ...(isGoal && { wanted: atMost(1.1, ratio) }),
    };
  };
  const own = over('run', 'bare');
  const slowdown = medianRatio(wall('journal'), wall('run'));
  const at = `${latencyMs} ms each, ${concurrency} at a time`;
  return [
    speed(`generateText alone: ${calls} calls, ${at}, over the ideal time`, 'bare', false),
    speed('generateText alone, fetch over node:http', 'bareOverHttp', false),
    speed(`generateDataset: ${tasks} two-turn tasks, over the ideal time`, 'run', true),
    speed('generateDataset, fetch over node:http', 'runOverHttp', true),
    speed('generateDataset, node:http, --max-semi-space-size=64', 'runTuned', true),
    {
      what: 'own CPU per model call, over that of generateText',
      figure: `${own.toFixed(2)} ms`,
      wanted: atMost(0.5, own, ' ms'),
    },
    {
      what: 'own CPU per model call, fetch over node:http',
      figure: `${over('runOverHttp', 'bareOverHttp').toFixed(2)} ms`,
    },
    {
      what: 'journal on against off, CPU and wall time',
      figure: `${over('journal', 'run').toFixed(2)} ms CPU a call more`,
      ratio: slowdown,
      wanted: atMost(1.05, slowdown),
    },
  ];
}

async function measureAll(rounds: number): Promise<Readonly<Record<ArmName, RunUse[]>>> {
  await using server = await startLoadServer({ latencyMs, recordsPrompts: false });
  await using warmUp = await startLoadServer({ recordsPrompts: false });
  const folder = await mkdtemp(join(tmpdir(), 'codeio-bench-'));
  const uses: Record<ArmName, RunUse[]> = {
    bare: [],
    bareOverHttp: [],
    run: [],
    runOverHttp: [],
    runTuned: [],
    journal: [],
  };
  const names = Object.keys(arms) as ArmName[];
  try {
    for (let round = 0; round < rounds; round++) {
      for (let at = 0; at < names.length; at++) {
        const name = names[(at + round) % names.length] as ArmName;
        const urls = { baseURL: server.baseURL, warmUpURL: warmUp.baseURL };
        const journal = name === 'journal' ? join(folder, `${round}.jsonl`) : undefined;
        await server.reset();
        uses[name].push(await measureArm({ ...arms[name], ...urls, tasks, concurrency, journal }));
        const { answered } = await server.stats();
        if (answered !== calls) throw new Error(`${name}: ${answered} calls instead of ${calls}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return uses;
}
