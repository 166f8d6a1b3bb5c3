import type { Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import { optionError } from '../errors/option-error.js';

/** A judgement of the reply: every verdict but `unverifiable`, which judges nothing. */
export type JudgedVerdict = Exclude<Verdict, { readonly status: 'unverifiable' }>;

/** What verdicts are worth. */
export type ScoreTable = { readonly [status in JudgedVerdict['status']]?: number | undefined };

/**
 * Says what a verdict is worth: a table, in which `correct` is 1 and everything else 0 unless it
 * is given, or a function.
 */
export type Scoring = ScoreTable | ((verdict: JudgedVerdict, task: Task) => number);

/** What a reply is worth to a trainer. */
export interface ReplyScore {
  /**
   * By default 1 for a right reply and 0 for a wrong one. Null when nobody knows: the reply could
   * not be verified, and must not be taken for a wrong one.
   */
  readonly score: number | null;
  /** The verdict by name. */
  readonly status: Verdict['status'];
  /** What is behind the verdict in a few words, such as what the code threw; at most 500 characters. */
  readonly detail?: string | undefined;
  /** What to tell the model, when that was asked for and the reply could be verified. */
  readonly feedback?: string | undefined;
}

const judgedStatuses: Readonly<Record<JudgedVerdict['status'], true>> = {
  correct: true,
  mismatch: true,
  'no-answer': true,
  'invalid-input': true,
  'runtime-error': true,
  'step-limit': true,
  'out-of-memory': true,
};

/**
 * Refuses what says nothing about a verdict.
 *
 * @throws TypeError naming the entry.
 */
export function requireScoring(scores: Scoring): Scoring {
  if (typeof scores === 'function') return scores;
  if (typeof scores !== 'object' || scores === null) {
    throw optionError('scores', 'a table of numbers by verdict, or a function', scores);
  }
  for (const [status, score] of Object.entries(scores)) {
    if (!Object.hasOwn(judgedStatuses, status)) {
      const known = Object.keys(judgedStatuses).join(', ');
      throw optionError('scores', `a table with keys out of ${known}`, status);
    }
    if (score !== undefined) requireScore(`scores.${status}`, score);
  }
  return scores;
}

/**
 * Looks up what a verdict is worth.
 *
 * @throws TypeError when a function gives something else than a finite number.
 */
export function scoreOf(verdict: JudgedVerdict, task: Task, scores: Scoring): number {
  if (typeof scores === 'function') return requireScore('scores()', scores(verdict, task));
  return scores[verdict.status] ?? (verdict.status === 'correct' ? 1 : 0);
}

function requireScore(name: string, score: unknown): number {
  if (typeof score === 'number' && Number.isFinite(score)) return score;
  throw optionError(name, 'a finite number', score);
}

const longestDetail = 500;

/** Puts what is behind a verdict into a few words, of bounded length: guests choose their messages. */
export function detailOf(verdict: Verdict): string | undefined {
  const detail = fullDetail(verdict);
  if (detail === undefined || detail.length <= longestDetail) return detail;
  return `${detail.slice(0, longestDetail - 1)}…`;
}

function fullDetail(verdict: Verdict): string | undefined {
  switch (verdict.status) {
    case 'no-answer':
      return verdict.reason;
    case 'invalid-input':
      return verdict.problems.join('; ');
    case 'runtime-error':
      return `${verdict.error.name}: ${verdict.error.message}`;
    case 'unverifiable':
      return `${verdict.reason}: ${verdict.detail}`;
    default:
      return undefined;
  }
}
