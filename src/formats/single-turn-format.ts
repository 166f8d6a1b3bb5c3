import { checkTexts } from './check-texts.js';
import type { Columns } from './columns.js';
import type { RowFormat } from './row-format.js';
import { type SingleTurnOptions, type SingleTurnRow, toSingleTurn } from './to-single-turn.js';
import { readTrainedTurns } from './trained-turns.js';
import type { RowChecks } from './validation/row-checks.js';

/** The columns of rows with one prompt and one response. */
export const promptResponseColumns: Columns = { prompt: 'string', response: 'string' };

/** What rows with one prompt and one response have to fulfil. */
export const promptResponseChecks: RowChecks<SingleTurnRow> = {
  check: (row, report) => checkTexts(row, ['prompt', 'response'], report),
  texts: ({ prompt, response }) => [prompt ?? '', response ?? ''],
};

/**
 * Makes the format {@link toSingleTurn} for `writeDataset`.
 *
 * @throws TypeError for an unknown `train`.
 */
export function singleTurnFormat(options: SingleTurnOptions = {}): RowFormat<SingleTurnRow> {
  if (options.train !== 'first-turn') readTrainedTurns(options.train);
  return {
    title: 'CodeI/O single turn',
    training: 'Train as pairs of prompt and response.',
    columns: promptResponseColumns,
    checks: promptResponseChecks,
    toRows: (conversations) =>
      conversations.flatMap((conversation) => toSingleTurn(conversation, options)),
  };
}
