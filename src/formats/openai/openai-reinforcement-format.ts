import { readRewardSpec } from '../../rewards/reward-spec.js';
import { type Columns, messagesColumn } from '../columns.js';
import { contentsOf } from '../messages/contents-of.js';
import type { RowFormat } from '../row-format.js';
import { requireOnePrompt } from '../samples/require-one-task.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { promptChecks } from './prompt-checks.js';
import {
  type OpenAIReinforcementRow,
  openAIReinforcementTitle,
  toOpenAIReinforcement,
} from './to-openai-reinforcement.js';

const columns: Columns = {
  messages: messagesColumn,
  task_id: 'string',
  direction: 'string',
  reference_answer: 'string',
  reward_spec: 'string',
};

const roles = ['developer', 'user', 'assistant', 'tool'];

const checks: RowChecks<OpenAIReinforcementRow> = {
  check: ({ messages, reward_spec: spec }, report) => {
    checkMessages(messages, report, { ...promptChecks, roles });
    checkSpec(spec, report);
  },
  texts: ({ messages }) => contentsOf(messages),
  minimumRows: 10,
};

/**
 * Makes the format {@link toOpenAIReinforcement} for `writeDataset`: one row of a task, however many
 * samples there are.
 */
export function openAIReinforcementFormat(): RowFormat<OpenAIReinforcementRow> {
  return {
    title: openAIReinforcementTitle,
    training:
      'Upload the JSON lines for reinforcement fine-tuning. `reward_spec` is what a grader needs to verify an answer by running code.',
    takes: 'samples',
    columns,
    checks,
    toRows: (conversations) => {
      requireOnePrompt(conversations);
      const [row] = conversations.map((conversation) => toOpenAIReinforcement(conversation));
      return row === undefined ? [] : [row];
    },
  };
}

/**
 * Checks rows of {@link toOpenAIReinforcement} before they are uploaded: roles, among which the
 * system is not (it is `developer` there), a last message of the user, a specification that
 * an answer can be verified with, ten rows.
 */
export function validateOpenAIReinforcement(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}

function checkSpec(spec: string | null | undefined, report: ReportProblem): void {
  try {
    readRewardSpec(spec ?? '');
  } catch (error) {
    report({ rule: 'reward-spec', field: 'reward_spec', problem: (error as Error).message });
  }
}
