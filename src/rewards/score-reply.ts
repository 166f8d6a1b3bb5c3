import type { Task } from '../core/task.js';
import { type FeedbackFormatter, formatFeedback } from '../verification/format-feedback.js';
import { type VerifyOptions, verify } from '../verification/verify.js';
import { detailOf, type ReplyScore, requireScoring, type Scoring, scoreOf } from './reply-score.js';
import { readRewardSpec } from './reward-spec.js';

/** How a reply is scored. */
export interface ScoreReplyOptions extends VerifyOptions {
  /**
   * What verdicts are worth. There is no entry for a reply that could not be verified: its score is
   * null.
   * @defaultValue 1 for `correct`, 0 for everything else
   */
  readonly scores?: Scoring | undefined;
  /**
   * Whether what the model may be told is part of the result.
   * @defaultValue false
   */
  readonly feedback?: boolean | undefined;
  /**
   * Puts a verdict into words for the model.
   * @defaultValue `formatFeedback`
   */
  readonly formatFeedback?: FeedbackFormatter | undefined;
}

/**
 * Scores the reply of a model by verifying it, as a reward for reinforcement learning.
 *
 * @param spec - The problem: the text that `toRewardSpec` wrote, or the task itself.
 * @param text - The reply.
 * @returns The score, which is null when the reply could not be verified.
 * @throws TypeError for a spec that cannot be read, for one in a language that the sandbox does not
 * run, and for an option that is not as expected.
 */
export async function scoreReply(
  spec: string | Task,
  text: string,
  options: ScoreReplyOptions,
): Promise<ReplyScore> {
  const { scores: given = {}, feedback = false, formatFeedback: format = formatFeedback } = options;
  const scores = requireScoring(given);
  const task = typeof spec === 'string' ? readRewardSpec(spec) : spec;
  const verdict = await verify(task, { text }, options);
  const { status } = verdict;
  const detail = detailOf(verdict);
  const known = { status, ...(detail !== undefined && { detail }) };
  if (verdict.status === 'unverifiable') return { score: null, ...known };
  const score = scoreOf(verdict, task, scores);
  return { score, ...known, ...(feedback && { feedback: format(task, verdict, []) }) };
}
