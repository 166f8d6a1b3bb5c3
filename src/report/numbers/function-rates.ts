import { type SolveRate, solveRate } from '../../curation/solve-rate.js';
import { shortenName } from '../sample/shorten-text.js';
import type { Counter } from './counter.js';

/** How often a function's problems are solved at once. */
export interface FunctionRate extends SolveRate {
  readonly id: string;
  readonly entrypoint: string;
  readonly category?: string | undefined;
  /** First answers that were right. */
  readonly solved: number;
  /** First answers that could be judged. */
  readonly judged: number;
}

/** Counts how often the first answer to a function's problems is right, for each function. */
export function createFunctionRates(): Counter<readonly FunctionRate[]> {
  const functions = new Map<
    string,
    { id: string; entrypoint: string; category: string | undefined; solved: number; judged: number }
  >();
  return {
    add({ task, turns }) {
      const { id, entrypoint, category } = task.function;
      let counts = functions.get(id);
      if (counts === undefined) {
        counts = {
          id,
          entrypoint: shortenName(entrypoint),
          category: category && shortenName(category),
          solved: 0,
          judged: 0,
        };
        functions.set(id, counts);
      }
      const status = turns[0]?.verdict.status;
      if (status === undefined || status === 'unverifiable') return;
      counts.judged++;
      if (status === 'correct') counts.solved++;
    },
    result: () =>
      [...functions.values()].map((counts) => ({
        ...counts,
        ...solveRate(counts.solved, counts.judged),
      })),
  };
}

/** Orders functions from those that are hardest beyond doubt. */
export function hardestFirst(rates: readonly FunctionRate[]): readonly FunctionRate[] {
  return [...rates].sort(
    (a, b) => a.interval.high - b.interval.high || b.judged - a.judged || (a.id < b.id ? -1 : 1),
  );
}

/** Names of the steps of the solve rate, from never to always. */
export const rateSteps: readonly string[] = [
  'never',
  '1–19 %',
  '20–39 %',
  '40–59 %',
  '60–79 %',
  '80–99 %',
  'always',
];

/** Counts functions by step of their solve rate; those that were never judged are left out. */
export function countByRate(rates: readonly FunctionRate[]): readonly number[] {
  const counts = rateSteps.map(() => 0);
  for (const { solved, judged } of rates) {
    if (judged === 0) continue;
    const step = solved === 0 ? 0 : solved === judged ? 6 : 1 + Math.floor((5 * solved) / judged);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}
