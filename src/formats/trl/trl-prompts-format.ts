import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import { computeScoreFile } from '../reinforcement/compute-score-file.js';
import { checkGroundTruth } from '../reinforcement/ground-truth-checks.js';
import { requireTruth } from '../reinforcement/rewarded-problem.js';
import type { RowFormat } from '../row-format.js';
import { requireOnePrompt } from '../samples/require-one-task.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { type TrlPromptsRow, toTrlPrompts, trlPromptsTitle } from './to-trl-prompts.js';
import { checkTrlPrompt } from './trl-checks.js';
import { trlCompanion } from './trl-settings.js';

const columns: Columns = {
  prompt: messagesColumn,
  task_id: 'string',
  direction: 'string',
  ground_truth: 'string',
};

const checks: RowChecks<TrlPromptsRow> = {
  check: ({ prompt, ground_truth: groundTruth }, report) => {
    checkTrlPrompt(prompt, report);
    checkGroundTruth(groundTruth, 'ground_truth', report);
  },
  texts: ({ prompt }) => contentsOf(prompt),
};

/**
 * Makes the format {@link toTrlPrompts} for `writeDataset`: one row a task, however often it was
 * sampled. Beside the rows it writes `compute_score.py`, the reward, and `training.yaml`, which
 * names it.
 */
export function trlPromptsFormat(): RowFormat<TrlPromptsRow> {
  return {
    title: trlPromptsTitle,
    training:
      "Train with TRL's `GRPOTrainer`. The reward has to run code: `reward` of `compute_score.py` asks a running `serveRewards`.",
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => {
      requireOnePrompt(conversations);
      requireTruth(conversations, trlPromptsTitle);
      return conversations.slice(0, 1).map((conversation) => toTrlPrompts(conversation));
    },
    companions: (rows) => [
      computeScoreFile,
      trlCompanion('grpo', { reward_funcs: ['compute_score.reward'] }, rows),
    ],
  };
}

/**
 * Checks rows of {@link toTrlPrompts} before they are used: a prompt that ends with the user, and
 * a ground truth by which answers can be scored.
 */
export function validateTrlPrompts(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
