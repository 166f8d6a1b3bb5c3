import { NotRepresentableError } from '../errors/not-representable-error.js';
import type { TrainableConversation } from './messages/trainable-conversation.js';
import { requireVerified } from './messages/training-messages.js';
import type { RowFormat } from './row-format.js';
import { promptResponseChecks, promptResponseColumns } from './single-turn-format.js';
import { type JoinedRow, type JoinTemplate, toJoined } from './to-joined.js';
import { readTrainedTurns, type TrainedTurns, trainedTurns } from './trained-turns.js';
import { type ValidateOptions, validateRows } from './validation/validate-rows.js';
import type { ValidationReport } from './validation/validation-report.js';

/** Options of {@link joinedFormat}. */
export interface JoinedFormatOptions {
  /**
   * Which answers are trained. A joined response is trained as a whole, feedback included: with
   * another choice than `every-turn` a conversation with an answer that is not to be trained is
   * refused.
   * @defaultValue 'every-turn'
   */
  readonly train?: TrainedTurns | undefined;
  /**
   * The sentences between the turns.
   * @defaultValue `defaultJoinTemplate`
   */
  readonly template?: Partial<JoinTemplate> | undefined;
}

/**
 * Makes the format {@link toJoined} (CodeI/O++) for `writeDataset`. It gives no row for a
 * conversation without an answer to be trained.
 *
 * @throws TypeError for an unknown `train`.
 */
export function joinedFormat(options: JoinedFormatOptions = {}): RowFormat<JoinedRow> {
  const train = readTrainedTurns(options.train ?? 'every-turn');
  return {
    title: 'CodeI/O++',
    training:
      'Train as pairs of prompt and response: all turns and their feedback are one response, as in CodeI/O++.',
    columns: promptResponseColumns,
    checks: promptResponseChecks,
    toRows: (conversations) =>
      conversations
        .filter((conversation) => isTrained(conversation, train))
        .map((conversation) => toJoined(conversation, options)),
  };
}

/** Checks rows of {@link toJoined} and of `toSingleTurn`, also those from elsewhere. */
export function validateJoined(
  rows: Iterable<unknown> | AsyncIterable<unknown>,
  options: ValidateOptions = {},
): Promise<ValidationReport> {
  return validateRows(rows, {
    ...options,
    columns: promptResponseColumns,
    checks: promptResponseChecks,
  });
}

/** Says whether the whole conversation is to be trained, or nothing of it. */
function isTrained(conversation: TrainableConversation, train: TrainedTurns): boolean {
  requireVerified(conversation, 'CodeI/O++');
  const trained = trainedTurns(conversation.turns, train);
  if (!trained.includes(true)) return false;
  const untrained = trained.indexOf(false);
  if (untrained < 0) return true;
  const problem = `answer ${untrained + 1} is not to be trained, but is part of the response, which is trained as a whole`;
  throw new NotRepresentableError('CodeI/O++', problem);
}
