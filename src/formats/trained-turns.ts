import { optionError } from '../errors/option-error.js';
import type { TrainableTurn } from './messages/trainable-conversation.js';

/**
 * Which answers of a conversation a trainer learns to give; everything else is context.
 *
 * - `correct-turns`: answers that were right. A conversation without one makes no row.
 * - `last-turn`: the last answer, also when it is wrong (the paper keeps those, too).
 * - `every-turn`: every answer, the wrong first ones included.
 */
export type TrainedTurns = 'correct-turns' | 'last-turn' | 'every-turn';

const choices: readonly TrainedTurns[] = ['correct-turns', 'last-turn', 'every-turn'];

/** What is trained when nothing is chosen: nobody wants wrong answers without asking for them. */
export const defaultTrainedTurns: TrainedTurns = 'correct-turns';

/** Resolves the option `train`. */
export function readTrainedTurns(train: TrainedTurns | undefined): TrainedTurns {
  if (train === undefined) return defaultTrainedTurns;
  if (choices.includes(train)) return train;
  throw optionError('train', `one of ${choices.map((choice) => `'${choice}'`).join(', ')}`, train);
}

/** Says for every turn whether its answer is trained. */
export function trainedTurns(
  turns: readonly TrainableTurn[],
  train: TrainedTurns,
): readonly boolean[] {
  return turns.map(({ verdict }, index) => {
    if (train === 'every-turn') return true;
    return train === 'last-turn' ? index === turns.length - 1 : verdict.status === 'correct';
  });
}
