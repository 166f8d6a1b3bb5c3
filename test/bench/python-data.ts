import { join } from 'node:path';
import {
  type CodeFunction,
  type CollectedPairs,
  collectPairs,
  type JsonObject,
  type PairRejectReason,
  readReasoningGym,
} from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { findSharedData } from '../support/shared-data.js';
import type { Row } from './table.js';

/** A published function and what collecting its pairs came to. */
export interface PublishedFunction {
  readonly index: number;
  readonly fn: CodeFunction;
  readonly collected: CollectedPairs;
  /** Why it is of no use; absent when as many pairs were found as wanted. */
  readonly problem?: PairRejectReason | 'too-few-inputs' | undefined;
  readonly missingModule?: string | undefined;
}

/** What there is to draw from. */
export interface PublishedSample {
  readonly rows: readonly Row[];
  readonly functions: readonly PublishedFunction[];
}

const fileName = 'reasoning-gym-codeio-1500.jsonl.gz';
const pairsPerFunction = 3;
const functionsAtATime = 16;
const maxFailuresInARow = 10;
/** The sizes of values are a matter of taste; whether a function runs is not. */
const noLimits = {
  ...{ maxTextLength: Infinity, maxContainerLength: Infinity, maxStringLength: Infinity },
  ...{ maxDepth: Infinity, maxDigits: Infinity },
};

/** Finds the published functions: in the shared folder, or the folder that the environment names. */
export function findPublished(): string | undefined {
  const folder = process.env.CODEIO_SHARED_DATA;
  return folder === undefined ? findSharedData(fileName) : join(folder, fileName);
}

/** Collects pairs of published functions: each generator once a pair, each solution three times. */
export async function collectPublished(file: string, count: number): Promise<PublishedSample> {
  const source: CodeFunction[] = [];
  for await (const fn of readReasoningGym(file)) {
    if (source.length >= count) break;
    source.push(fn);
  }
  await using sandbox = createPythonSandbox();
  const functions: PublishedFunction[] = [];
  const startedAt = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < source.length; index = next++) {
      const fn = source[index] as CodeFunction;
      const options = { sandbox, count: pairsPerFunction, limits: noLimits, maxFailuresInARow };
      const collected = await collectPairs(fn, options);
      functions[index] = { index, fn, collected, ...judge(collected) };
    }
  };
  await Promise.all(Array.from({ length: functionsAtATime }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  return { functions, rows: describe(functions, seconds) };
}

/** The inputs that were drawn, each once: those of pairs first, then those that gave none. */
export function inputsOf(published: PublishedFunction): readonly JsonObject[] {
  const { pairs } = published.collected;
  return [...pairs.map(({ input }) => input), ...failedInputs(published)];
}

/** The inputs that were drawn and gave no pair. */
export function failedInputs({ collected }: PublishedFunction): JsonObject[] {
  const others = collected.rejected.filter(({ reason }) => reason !== 'duplicate-input');
  return others.flatMap(({ input }) => (input === undefined ? [] : [input]));
}

function judge({ pairs, rejected }: CollectedPairs): Partial<PublishedFunction> {
  const missing = rejected.find(({ reason }) => reason === 'missing-module');
  if (missing !== undefined) {
    return { problem: 'missing-module', missingModule: missing.missingModule };
  }
  // A single input that comes to one thing now and to another then is one too many.
  if (rejected.some(({ reason }) => reason === 'not-deterministic')) {
    return { problem: 'not-deterministic' };
  }
  if (pairs.length >= pairsPerFunction) return {};
  const reasons = rejected.map(({ reason }) => reason);
  const others = reasons.filter((reason) => reason !== 'duplicate-input');
  if (others.length > 0) return { problem: mostFrequent(others) };
  return pairs.length > 0 ? {} : { problem: 'too-few-inputs' };
}

function describe(functions: readonly PublishedFunction[], seconds: number): readonly Row[] {
  const good = functions.filter(({ problem }) => problem === undefined).length;
  const lacking = functions.filter(({ missingModule }) => missingModule !== undefined);
  const able = functions.length - lacking.length;
  const share = (100 * good) / able;
  const reasons = functions.flatMap(({ problem, missingModule }) =>
    problem === undefined ? [] : missingModule === undefined ? problem : `no ${missingModule}`,
  );
  return [
    {
      what: `${functions.length} published functions, ${pairsPerFunction} pairs each: generators and solutions run`,
      figure: `${seconds.toFixed(0)} s`,
    },
    { what: 'of them run and replay', figure: portion(good, functions.length) },
    {
      what: 'of those that import nothing but the standard library',
      figure: portion(good, able),
      wanted: { text: '≥ 95 %', isReached: share >= 95 },
    },
    { what: 'the others, by reason', figure: tally(reasons) },
  ];
}

/** Counts what is in a list, the most frequent first. */
export function tally(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ') || 'none';
}

/** A part of a whole, and its share. */
export function portion(part: number, whole: number): string {
  return `${part} of ${whole}, ${((100 * part) / whole).toFixed(1)} %`;
}

function mostFrequent<T>(values: readonly T[]): T {
  const count = (value: T): number => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best));
}
