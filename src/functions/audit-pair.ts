import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonObject } from '../core/json-value.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Outcome, Sandbox } from '../sandbox/sandbox.js';
import { type EqualityOptions, isEqual } from '../values/is-equal.js';
import { createRandom } from '../values/random.js';
import type { ArgumentProbe } from './argument-probe.js';
import type { AuditStatus, PairFinding } from './audit-row.js';
import { otherNowMs, withParityOf } from './replay-conditions.js';

interface AuditPairOptions {
  readonly sandbox: Sandbox;
  /** Everything about the two runs follows from it. */
  readonly seed: number;
  /** Asked when the pair is not what the code returns, every time. */
  readonly changesArguments: ArgumentProbe;
  readonly equality?: EqualityOptions | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a recorded pair again, twice from the same JSON text under other random seeds and another
 * clock, and compares.
 *
 * @throws what the sandbox rejects with, but for its refusal of the call.
 */
export async function auditPair(
  fn: CodeFunction,
  pair: IOPair,
  options: AuditPairOptions,
): Promise<PairFinding> {
  const outcomes = await runTwice(fn, pair.input, options).catch(refusalOf);
  if (!Array.isArray(outcomes)) return outcomes;
  const [first, second] = outcomes;
  if (first.status === 'returned' && second.status === 'returned') {
    if (!isEqual(first.value, second.value, { mode: 'strict' })) {
      return { status: 'non-deterministic', detail: 'two runs returned different values' };
    }
    const computed = first.value;
    if (isEqual(computed, pair.output, options.equality)) return { status: 'reproducible' };
    const isMutated = await options.changesArguments(pair.input);
    return { status: isMutated ? 'mutated-input' : 'wrong-output', computed };
  }
  const findings = [describeFailure(first), describeFailure(second)];
  const decisive = findings.find((finding) => finding && decisiveStatuses.includes(finding.status));
  if (decisive !== undefined) return decisive;
  const [one, other] = findings;
  if (one?.status === other?.status && one !== undefined) return one;
  const detail = `one run ${inWords(one)}, another ${inWords(other)}`;
  return { status: 'non-deterministic', detail };
}

/** Whatever another run does: the work had an end before it was known what the function does. */
const decisiveStatuses: readonly AuditStatus[] = [
  'lost',
  'missing-module',
  'step-limit',
  'out-of-memory',
];

/** Seeds of both parities, because the lowest bit decides the order of sets in Python. */
function runTwice(
  fn: CodeFunction,
  input: JsonObject,
  { sandbox, seed, signal }: AuditPairOptions,
): Promise<[Outcome, Outcome]> {
  const random = createRandom(seed);
  const run = (parity: number, nowMs?: number): Promise<Outcome> => {
    const runSeed = withParityOf(Math.floor(random() * 2 ** 32), parity);
    return runPatiently(sandbox, fn, input, { seed: runSeed, nowMs, signal });
  };
  return Promise.all([run(0), run(1, otherNowMs)]);
}

/** A sandbox refuses what no call could succeed with by a `TypeError`. */
function refusalOf(error: unknown): PairFinding {
  if (error instanceof TypeError) return { status: 'refused', detail: shorten(error.message) };
  throw error;
}

/** Nothing for an outcome that returned. */
function describeFailure(outcome: Outcome): PairFinding | undefined {
  switch (outcome.status) {
    case 'returned':
      return undefined;
    case 'threw': {
      const { name, message, missingModule } = outcome.error;
      const detail = shorten(`${name}: ${message}`);
      return missingModule === undefined
        ? { status: 'crashed', detail }
        : { status: 'missing-module', detail, missingModule };
    }
    case 'unserializable':
      return { status: outcome.status, detail: shorten(`${outcome.reason} at ${outcome.path}`) };
    default:
      return { status: outcome.status };
  }
}

function inWords(finding: PairFinding | undefined): string {
  if (finding === undefined) return 'returned';
  const { status, detail } = finding;
  return detail === undefined ? `ended as ${status}` : `ended as ${status} (${detail})`;
}

const longestDetail = 500;

/** Of bounded length: programs choose their messages. */
function shorten(text: string): string {
  return text.length <= longestDetail ? text : `${text.slice(0, longestDetail - 1)}…`;
}
