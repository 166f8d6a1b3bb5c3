import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import { PredictionError } from '../errors/prediction-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type PredictOptions, predict } from '../generation/predict.js';
import { buildPrompt } from '../prompts/build-prompt.js';
import { type VerifyOptions, verify } from '../verification/verify.js';
import { type SolveRate, solveRate } from './solve-rate.js';

/** How the difficulty of a task is estimated. */
export interface EstimateDifficultyOptions
  extends Omit<PredictOptions, 'messages' | 'sample' | 'seed'>,
    VerifyOptions {
  /**
   * How often the model is asked.
   * @defaultValue 8
   */
  readonly samples?: number | undefined;
  /**
   * How many samples are under way at a time.
   * @defaultValue 4
   */
  readonly concurrency?: number | undefined;
  /**
   * The provider's seed of sample 0; sample `i` is asked with `seed + i`, because equal seeds would
   * make equal samples.
   * @defaultValue none is sent
   */
  readonly seed?: number | undefined;
}

/** One sample: a prediction with its verdict, or the failure of the model call. */
export type DifficultyAttempt =
  | { readonly status: 'answered'; readonly prediction: Prediction; readonly verdict: Verdict }
  | { readonly status: 'failed'; readonly error: PredictionError };

/** How hard a task is for a model. */
export interface Difficulty extends SolveRate {
  readonly taskId: string;
  /** How often the model was asked. */
  readonly samples: number;
  /** Samples with the verdict `correct`. */
  readonly solved: number;
  /** Samples that were right or wrong: neither failed nor unverifiable. */
  readonly judged: number;
  /** Samples with the verdict `unverifiable`. */
  readonly unverifiable: number;
  /** What became of each sample, sample 0 first. */
  readonly attempts: readonly DifficultyAttempt[];
}

/**
 * Estimates how hard a task is for a model: asks several times, verifies every reply, and counts.
 * The sample index keeps the replies apart in a response cache, so that asking again is free.
 *
 * A model call that fails is reported among the attempts, and counts neither as right nor as wrong;
 * the other samples go on. The same holds for a verdict `unverifiable`. When no sample could be
 * judged there is no `rate`.
 *
 * At temperature 0 all samples tend to be equal, and the rate says 0 or 1 whatever the task: ask
 * with the temperature that the model will be trained or used with.
 *
 * @throws TypeError for misuse, and the signal's reason when it is aborted; both at once, and the
 * samples under way are abandoned. Also what `verify` throws when the sandbox is closed or cannot
 * start, and `CacheMissError` from a cache that only replays.
 */
export async function estimateDifficulty(
  task: Task,
  options: EstimateDifficultyOptions,
): Promise<Difficulty> {
  const samples = requireInteger('samples', options.samples ?? 8, 1);
  const concurrency = requireInteger('concurrency', options.concurrency ?? 4, 1);
  const attempts = await attemptAll(task, samples, concurrency, options);
  const statuses = attempts.flatMap((attempt) =>
    attempt.status === 'answered' ? [attempt.verdict.status] : [],
  );
  const solved = statuses.filter((status) => status === 'correct').length;
  const unverifiable = statuses.filter((status) => status === 'unverifiable').length;
  const judged = statuses.length - unverifiable;
  const rate = solveRate(solved, judged);
  return { taskId: task.id, samples, solved, judged, ...rate, unverifiable, attempts };
}

async function attemptAll(
  task: Task,
  samples: number,
  concurrency: number,
  options: EstimateDifficultyOptions,
): Promise<readonly DifficultyAttempt[]> {
  options.signal?.throwIfAborted();
  // Made once and here, so that a template that cannot be filled is refused before any call.
  const messages = buildPrompt(task, options);
  const failure = new AbortController();
  const signal =
    options.signal === undefined
      ? failure.signal
      : AbortSignal.any([options.signal, failure.signal]);
  const attempts: DifficultyAttempt[] = [];
  let next = 0;
  const attemptInTurn = async (): Promise<void> => {
    while (next < samples) {
      const sample = next++;
      attempts[sample] = await attemptOnce(task, sample, { ...options, messages, signal });
    }
  };
  try {
    const lanes = Math.min(samples, concurrency);
    await Promise.all(Array.from({ length: lanes }, attemptInTurn));
  } catch (error) {
    failure.abort(error);
    throw error;
  }
  return attempts;
}

async function attemptOnce(
  task: Task,
  sample: number,
  options: PredictOptions & VerifyOptions,
): Promise<DifficultyAttempt> {
  const seed = options.seed === undefined ? undefined : options.seed + sample;
  let prediction: Prediction;
  try {
    prediction = await predict(task, { ...options, sample, seed });
  } catch (error) {
    if (error instanceof PredictionError) return { status: 'failed', error };
    throw error;
  }
  return { status: 'answered', prediction, verdict: await verify(task, prediction, options) };
}
