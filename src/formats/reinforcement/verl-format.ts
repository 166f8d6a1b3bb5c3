import { type Columns, messagesColumn } from '../columns.js';
import type { RowFormat } from '../row-format.js';
import { requireOnePrompt } from '../samples/require-one-task.js';
import type { RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { computeScoreFile } from './compute-score-file.js';
import { checkGroundTruth, checkPrompt } from './ground-truth-checks.js';
import { requireTruth } from './rewarded-problem.js';
import { toVerl, type VerlOptions, type VerlRow, verlTitle } from './to-verl.js';
import { verlInteractionFile } from './verl-interaction-file.js';

/** The columns of {@link VerlRow}. */
const verlColumns: Columns = {
  data_source: 'string',
  prompt: messagesColumn,
  ability: 'string',
  reward_model: { struct: { style: 'string', ground_truth: 'string' } },
  extra_info: {
    struct: {
      split: 'string',
      index: 'int64',
      task_id: 'string',
      need_tools_kwargs: 'bool',
      interaction_kwargs: { struct: { name: 'string', query: 'string', ground_truth: 'string' } },
    },
  },
};

/** What rows for verl have to fulfil. */
const verlChecks: RowChecks<VerlRow> = {
  check(row, report) {
    checkPrompt(row.prompt, report);
    const groundTruth = row.reward_model?.ground_truth;
    checkGroundTruth(groundTruth, 'reward_model.ground_truth', report);
    const style: string | undefined = row.reward_model?.style;
    if (style !== 'rule') {
      const problem = `only the style "rule" is scored by a function, and it is ${JSON.stringify(style)}`;
      report({ rule: 'reward-style', field: 'reward_model.style', problem });
    }
    if (!row.data_source) {
      const problem = 'verl cannot tell where the row comes from';
      report({ rule: 'data-source', field: 'data_source', problem });
    }
    const interaction = row.extra_info?.interaction_kwargs;
    if (interaction && interaction.ground_truth !== groundTruth) {
      const problem = 'multi-turn feedback would be given by another ground truth than the score';
      report({
        rule: 'ground-truth-differs',
        field: 'extra_info.interaction_kwargs.ground_truth',
        problem,
      });
    }
  },
  texts: ({ prompt }) => prompt.map(({ content }) => content),
};

/**
 * Makes rows for verl with `writeDataset`: one a task, however often it was sampled. Beside them it
 * writes `compute_score.py`, the reward, and `interaction.yaml` for multi-turn rollouts.
 */
export function verlFormat(options: VerlOptions = {}): RowFormat<VerlRow> {
  return {
    title: verlTitle,
    training:
      'Train with verl, with `compute_score.py` as its `custom_reward_function`, which asks a running `serveRewards`.',
    takes: 'samples',
    columns: verlColumns,
    checks: verlChecks,
    toRows(conversations) {
      requireOnePrompt(conversations);
      requireTruth(conversations, verlTitle);
      return conversations.slice(0, 1).map((conversation) => toVerl(conversation, options));
    },
    companions: () => [computeScoreFile, verlInteractionFile(options.interaction)],
  };
}

/** Checks rows for verl: types, the role that ends the prompt, and whether replies can be scored. */
export function validateVerl(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows<VerlRow>(rows, { ...options, columns: verlColumns, checks: verlChecks });
}
