import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Outcome, Sandbox } from '../sandbox/sandbox.js';
import { isExactNumber } from '../values/exact-number.js';
import { isEqual } from '../values/is-equal.js';
import { isJsonObject } from '../values/is-json-object.js';
import { findExcess, type JsonLimits } from '../values/json-limits.js';
import { createRandom } from '../values/random.js';
import { defaultInputCheck, inputProblems } from '../verification/input-problems.js';
import { generatorProgram } from './generator-program.js';
import type { PairReject, PairRejectReason } from './rejected-pair.js';
import { otherNowMs, withParityOf } from './replay-conditions.js';

/** What one attempt came to. */
export type PairAttempt =
  | { readonly status: 'accepted'; readonly pair: IOPair }
  | { readonly status: 'rejected'; readonly reject: PairReject };

interface AttemptOptions {
  readonly sandbox: Sandbox;
  /** Everything about the attempt follows from it. */
  readonly seed: number;
  readonly limits: JsonLimits;
  readonly signal?: AbortSignal | undefined;
}

/** Reasons that do not say which of the two programs was run. */
const ownReasons: readonly PairRejectReason[] = ['lost', 'missing-module', 'unserializable'];

/** Draws one input and runs the function on it, three times from the same JSON text. */
export async function tryPair(fn: CodeFunction, options: AttemptOptions): Promise<PairAttempt> {
  const { sandbox, seed, limits, signal } = options;
  const generator = generatorProgram(fn.language, fn.inputGenerator ?? '');
  const generated = await runPatiently(sandbox, generator, {}, { seed, signal });
  if (generated.status !== 'returned') {
    const described = describeOutcome(generated);
    const isOwnReason = ownReasons.includes(described.reason);
    return reject(isOwnReason ? described : { ...described, reason: 'generator-failed' });
  }
  const input = generated.value;
  if (!isJsonObject(input)) return reject({ reason: 'input-not-an-object' });
  const unfit = checkInput(fn, input, limits);
  if (unfit !== undefined) return reject({ ...unfit, input });

  const random = createRandom(seed);
  const draw = (): number => Math.floor(random() * 2 ** 32);
  const firstSeed = draw();
  const run = (runSeed: number, nowMs?: number): Promise<Outcome> =>
    runPatiently(sandbox, fn, input, {
      seed: runSeed,
      nowMs,
      countOperations: true,
      signal,
    });
  const [first, ...replays] = await Promise.all([
    run(firstSeed),
    run(withParityOf(draw(), firstSeed + 1)),
    run(withParityOf(draw(), firstSeed), otherNowMs),
  ]);
  for (const outcome of [first, ...replays]) {
    if (outcome.status !== 'returned') return reject({ ...describeOutcome(outcome), input });
  }
  if (first.status !== 'returned') return reject({ ...describeOutcome(first), input });
  const output = first.value;
  const isStable = replays.every(
    (replay) => replay.status === 'returned' && isEqual(replay.value, output, { mode: 'strict' }),
  );
  if (!isStable) return reject({ reason: 'not-deterministic', input });
  if (output === null) return reject({ reason: 'null-output', input });
  const unfitOutput = checkValue(fn, output, limits, 'output-too-large');
  if (unfitOutput !== undefined) return reject({ ...unfitOutput, input });
  const { steps, operations } = first;
  return { status: 'accepted', pair: { input, output, steps, operations } };
}

function reject(details: PairReject): PairAttempt {
  return { status: 'rejected', reject: details };
}

function describeOutcome(outcome: Exclude<Outcome, { status: 'returned' }>): PairReject {
  if (outcome.status === 'threw') {
    const { name, message, line, missingModule } = outcome.error;
    if (missingModule !== undefined) {
      const detail = `the sandbox lacks the module ${missingModule}`;
      return { reason: 'missing-module', missingModule, detail };
    }
    const place = line === undefined ? '' : ` (line ${line})`;
    return { reason: 'threw', detail: `${name}: ${message}${place}` };
  }
  if (outcome.status === 'unserializable') {
    const { reason, path } = outcome;
    return { reason: 'unserializable', path, detail: `${reason} at ${path}` };
  }
  return { reason: outcome.status };
}

function checkInput(
  fn: CodeFunction,
  input: JsonObject,
  limits: JsonLimits,
): PairReject | undefined {
  const problems = inputProblems(fn, input, input, defaultInputCheck(fn));
  if (problems.length > 0) return { reason: 'input-misfits-schema', detail: problems.join('; ') };
  return checkValue(fn, input, limits, 'input-too-large');
}

function checkValue(
  { language }: CodeFunction,
  value: JsonValue,
  limits: JsonLimits,
  reason: PairRejectReason,
): PairReject | undefined {
  // Python's integers are exact, however large.
  const unsafePath = language === 'python' ? undefined : findUnsafeInteger(value, '$');
  if (unsafePath !== undefined) {
    const detail = `integer beyond 2^53 at ${unsafePath}`;
    return { reason: 'unsafe-integer', path: unsafePath, detail };
  }
  const excess = findExcess(value, limits);
  if (excess === undefined) return undefined;
  const { path, limit, actual, maximum } = excess;
  return { reason, path, excess, detail: `${limit} of ${maximum} exceeded at ${path}: ${actual}` };
}

/** Finds a number that JavaScript computed without being able to hold it exactly. */
function findUnsafeInteger(value: JsonValue, path: string): string | undefined {
  if (typeof value === 'number' || isExactNumber(value)) {
    const number = Number(value);
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const found = findUnsafeInteger(item as JsonValue, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
