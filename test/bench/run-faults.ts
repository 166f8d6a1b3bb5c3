import { startLoadServer } from '../support/load-server.js';
import type { LoadServerOptions, LoadServerStats } from '../support/load-server-options.js';
import { measureArm, type RunUse } from './run-arm.js';
import { atLeast, type Row } from './table.js';

const tasks = 10_000;
const calls = 2 * tasks;
const concurrency = 100;
const latencyMs = 200;
const serverError = 0.05;
/** What as many callers ask a second when nothing holds them back. */
const offered = (1000 * concurrency) / latencyMs;
/** Four fifths of it: of callers who take no notice, one in five is refused. */
const rate = { requestsPerSecond: 0.8 * offered, burst: 0.1 * offered };

/** Compares runs against servers that refuse and fail with what those servers let through. */
export async function measureRunFaults(): Promise<readonly Row[]> {
  const limited = await measureWith({
    latencyMs,
    rate,
    refusalMs: latencyMs,
    faults: { serverError },
  });
  const atRandom = await measureWith({ latencyMs, faults: { serverError, rateLimited: 0.2 } });
  return [
    ...throughput(
      `limit of ${rate.requestsPerSecond} requests a second, ${percent(serverError)} 5xx`,
      limited,
      (seconds) => (rate.burst + rate.requestsPerSecond * seconds) * (1 - serverError),
    ),
    ...throughput(
      `20 % 429 at random, ${percent(serverError)} 5xx, ${concurrency} at a time`,
      atRandom,
      (seconds) => offered * seconds * (1 - serverError - 0.2),
    ),
  ];
}

interface FaultyRun {
  readonly use: RunUse;
  readonly stats: LoadServerStats;
}

async function measureWith(options: LoadServerOptions): Promise<FaultyRun> {
  await using server = await startLoadServer({ ...options, recordsPrompts: false });
  await using warmUp = await startLoadServer({ recordsPrompts: false });
  const urls = { baseURL: server.baseURL, warmUpURL: warmUp.baseURL };
  const use = await measureArm({ kind: 'run', fetch: 'global', ...urls, tasks, concurrency });
  const stats = await server.stats();
  if (stats.answered !== calls) {
    throw new Error(`${stats.answered} calls were answered, and ${calls} were needed`);
  }
  return { use, stats };
}

/**
 * The throughput while there is work for all: when the source is at its end, the last calls are
 * waited for alone, some of them a second after a server error.
 *
 * @param allowed - How many answers the server gives at most in so many seconds.
 */
function throughput(
  what: string,
  { use, stats }: FaultyRun,
  allowed: (seconds: number) => number,
): readonly Row[] {
  const { wallMs, replies } = use.sourceEnd;
  const ratio = replies / allowed(wallMs / 1000);
  const refused = percent(stats.rateLimited / stats.requests);
  return [
    {
      what: `${what}: answers, over what is let through`,
      figure: `${((1000 * replies) / wallMs).toFixed(0)} a second, ${refused} got 429`,
      ratio,
      wanted: atLeast(0.9, ratio),
    },
    {
      what: 'the same until the last conversation, none lost, no call answered twice',
      figure: `${(use.wallMs / 1000).toFixed(1)} s`,
      ratio: calls / allowed(use.wallMs / 1000),
    },
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
