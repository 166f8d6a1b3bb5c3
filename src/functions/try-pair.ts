import type { CodeFunction } from '../core/code-function.js';
import type { IOPair } from '../core/io-pair.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { Outcome, Sandbox } from '../sandbox/sandbox.js';
import { isExactNumber } from '../values/exact-number.js';
import { isEqual } from '../values/is-equal.js';
import { isJsonObject } from '../values/is-json-object.js';
import { createRandom } from '../values/random.js';

/** Why an attempt gave no pair. */
export type PairRejectReason =
  | 'generator-failed'
  | 'input-not-an-object'
  | 'duplicate-input'
  | 'threw'
  | 'step-limit'
  | 'out-of-memory'
  | 'output-too-large'
  | 'unserializable'
  | 'null-output'
  | 'unsafe-integer'
  | 'not-deterministic'
  /** The sandbox could not tell; nothing is known about the function. */
  | 'lost';

/** An attempt that gave no pair. */
export interface RejectedPair {
  /** Which attempt it was, counted from 0. */
  readonly index: number;
  readonly reason: PairRejectReason;
  /** The input, once there was one. */
  readonly input?: JsonObject | undefined;
  /** What happened, for people. */
  readonly detail?: string | undefined;
}

/** What one attempt came to. */
export type PairAttempt =
  | { readonly status: 'accepted'; readonly pair: IOPair }
  | { readonly status: 'rejected'; readonly reject: Omit<RejectedPair, 'index'> };

interface AttemptOptions {
  readonly sandbox: Sandbox;
  /** Everything about the attempt follows from it. */
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/** Another day than the sandbox's default, so that a function that reads the clock is found out. */
const otherNowMs = 1_767_225_599_999;

/** Draws one input and runs the function on it, three times from the same JSON text. */
export async function tryPair(fn: CodeFunction, options: AttemptOptions): Promise<PairAttempt> {
  const { sandbox, seed, signal } = options;
  const generator = {
    language: fn.language,
    code: fn.inputGenerator ?? '',
    entrypoint: 'generateInput',
    parameters: [],
  };
  const generated = await sandbox.run(generator, {}, { seed, signal });
  if (generated.status !== 'returned') {
    return reject(generated.status === 'lost' ? 'lost' : 'generator-failed', undefined, generated);
  }
  const input = generated.value;
  if (!isJsonObject(input)) return reject('input-not-an-object');

  const random = createRandom(seed);
  const nextSeed = (): number => Math.floor(random() * 2 ** 32);
  const [first, ...replays] = await Promise.all([
    sandbox.run(fn, input, { seed: nextSeed(), signal }),
    sandbox.run(fn, input, { seed: nextSeed(), signal }),
    sandbox.run(fn, input, { seed: nextSeed(), nowMs: otherNowMs, signal }),
  ]);
  for (const outcome of [first, ...replays]) {
    if (outcome.status !== 'returned') return reject(outcome.status, input, outcome);
  }
  if (first.status !== 'returned') return reject(first.status, input, first);
  const output = first.value;
  const isStable = replays.every(
    (replay) => replay.status === 'returned' && isEqual(replay.value, output, { mode: 'strict' }),
  );
  if (!isStable) return reject('not-deterministic', input);
  if (output === null) return reject('null-output', input);
  const unsafePath = findUnsafeInteger(output, '$');
  if (unsafePath !== undefined) {
    return reject('unsafe-integer', input, undefined, `integer beyond 2^53 at ${unsafePath}`);
  }
  return { status: 'accepted', pair: { input, output, steps: first.steps } };
}

function reject(
  reason: PairRejectReason,
  input?: JsonObject,
  outcome?: Outcome,
  detail: string | undefined = outcome && describeOutcome(outcome),
): PairAttempt {
  return { status: 'rejected', reject: { reason, input, detail } };
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.status === 'threw') return `${outcome.error.name}: ${outcome.error.message}`;
  if (outcome.status === 'unserializable') return `${outcome.reason} at ${outcome.path}`;
  return outcome.status;
}

/** Finds a number that JavaScript computed without being able to hold it exactly. */
function findUnsafeInteger(value: JsonValue, path: string): string | undefined {
  if (typeof value === 'number' || isExactNumber(value)) {
    const number = Number(value);
    return Number.isInteger(number) && !Number.isSafeInteger(number) ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = findUnsafeInteger(item as JsonValue, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
