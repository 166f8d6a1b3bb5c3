import type { Columns } from '../columns.js';
import type { TrainingOptions } from '../messages/training-messages.js';
import type { RowFormat } from '../row-format.js';
import { readTrainedTurns } from '../trained-turns.js';
import { checkMessages } from '../validation/message-checks.js';
import type { ReportProblem, RowChecks } from '../validation/row-checks.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { axolotlCompanion, messageFields } from './axolotl-settings.js';
import { checkTrainFlags } from './check-train-flags.js';
import {
  type AxolotlPart,
  type AxolotlPartsMessage,
  type AxolotlPartsRow,
  axolotlPartsTitle,
  toAxolotlParts,
} from './to-axolotl-parts.js';

const columns: Columns = {
  messages: {
    list: {
      struct: {
        role: 'string',
        content: { list: { struct: { type: 'string', text: 'string', train: 'bool' } } },
      },
    },
  },
};

const checks: RowChecks<AxolotlPartsRow> = {
  check: ({ messages }, report) => {
    const isTrained = ({ content }: AxolotlPartsMessage): boolean =>
      (content ?? []).some(({ train }) => train);
    checkMessages(messages, report, { alternates: true, lastRole: 'assistant', isTrained });
    const flags = (messages ?? []).flatMap(({ role, content }, index) =>
      (content ?? []).map((part, partIndex) => {
        const place = `messages[${index}].content[${partIndex}]`;
        checkType(part, place, report);
        return { role, train: part.train, field: `${place}.train` };
      }),
    );
    checkTrainFlags(flags, report);
  },
  texts: ({ messages }) => messages.flatMap(({ content }) => content.map(({ text }) => text)),
};

function checkType(part: AxolotlPart, place: string, report: ReportProblem): void {
  const type: string | null = part.type;
  if (type === 'text') return;
  const problem = `expected "text", got ${JSON.stringify(type)}`;
  report({ rule: 'part-type', field: `${place}.type`, problem });
}

const dataset = {
  type: 'chat_template',
  ...messageFields,
  roles_to_train: ['assistant'],
  train_on_eos: 'turn',
} as const;

/**
 * Makes the format {@link toAxolotlParts} for `writeDataset`. Beside the rows it writes
 * `training.yaml` with the entries of the files.
 *
 * @throws TypeError for an unknown `train`.
 */
export function axolotlPartsFormat(options: TrainingOptions = {}): RowFormat<AxolotlPartsRow> {
  readTrainedTurns(options.train);
  return {
    title: axolotlPartsTitle,
    training:
      'Train with Axolotl: the flags in the parts of messages count without further settings.',
    columns,
    checks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toAxolotlParts(conversation, options)),
    companions: (rows) => [axolotlCompanion(dataset, { train_on_inputs: false }, rows)],
  };
}

/**
 * Checks rows of {@link toAxolotlParts}, also those from elsewhere, before they are used: roles
 * that alternate, the last one, a flag on every part, parts that are texts, something to train, no
 * trained message that is empty or, as a warning, of others than the assistant.
 */
export function validateAxolotlParts(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, { ...options, columns, checks });
}
