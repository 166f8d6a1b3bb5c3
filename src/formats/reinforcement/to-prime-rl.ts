import type { TrainableConversation } from '../messages/trainable-conversation.js';
import type { RowFormat } from '../row-format.js';
import { type ValidateOptions, validateRows } from '../validation/validate-rows.js';
import type { ValidationReport } from '../validation/validation-report.js';
import { roleMaskedChecks, roleMaskedColumns } from './role-masked-checks.js';
import {
  type RoleMaskedOptions,
  type RoleMaskedRow,
  roleMaskedRows,
} from './role-masked-messages.js';

const title = 'prime-rl SFT';

/**
 * Writes a conversation as a row for the supervised fine-tuning of prime-rl, which trains every
 * answer of a row: its loss mask goes by role, also within a `prompt` column.
 * What would train an answer that is not to be trained is refused.
 *
 * @returns A row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, and, in the form `chat`, when an
 * answer that is not to be trained would be.
 * @throws TypeError naming an option that is not as expected.
 */
export function toPrimeRL(
  conversation: TrainableConversation,
  options: RoleMaskedOptions = {},
): readonly RoleMaskedRow[] {
  return roleMaskedRows(conversation, options, title);
}

/** Makes rows for prime-rl's supervised fine-tuning with `writeDataset`. */
export function primeRLFormat(options: RoleMaskedOptions = {}): RowFormat<RoleMaskedRow> {
  return {
    title,
    columns: roleMaskedColumns,
    checks: roleMaskedChecks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toPrimeRL(conversation, options)),
  };
}

/** Checks rows for prime-rl's supervised fine-tuning: types, alternation, the role at the end, empty answers. */
export function validatePrimeRL(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  const columns = roleMaskedColumns;
  return validateRows<RoleMaskedRow>(rows, { ...options, columns, checks: roleMaskedChecks });
}
