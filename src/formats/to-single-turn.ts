import { NotRepresentableError } from '../errors/not-representable-error.js';
import type { TrainableConversation } from './messages/trainable-conversation.js';
import {
  requireVerified,
  type TrainingOptions,
  visibleText,
} from './messages/training-messages.js';
import { readTrainedTurns, type TrainedTurns, trainedTurns } from './trained-turns.js';

/** A prompt with the first answer to it. */
export interface SingleTurnRow {
  readonly prompt: string;
  readonly response: string;
}

/** Options of {@link toSingleTurn}. */
export interface SingleTurnOptions extends Omit<TrainingOptions, 'train'> {
  /**
   * Which answers are trained. `first-turn` is CodeI/O as the paper trains it: the first answer,
   * right or wrong, and nothing of what came after it.
   * @defaultValue 'correct-turns'
   */
  readonly train?: TrainedTurns | 'first-turn' | undefined;
}

const format = 'CodeI/O single turn';

/**
 * Writes the first answer of a conversation as the response to its prompt (CodeI/O, paper §2.3). It
 * suits trainers that cannot leave a turn untrained.
 *
 * @returns One row; none when no answer is to be trained.
 * @throws NotRepresentableError when a later answer is to be trained, which saw feedback that the
 * row does not hold, when it is empty, or when a turn that counts could not be verified.
 */
export function toSingleTurn(
  conversation: TrainableConversation,
  options: SingleTurnOptions = {},
): readonly SingleTurnRow[] {
  const { answerText = visibleText, train } = options;
  const turns = train === 'first-turn' ? conversation.turns.slice(0, 1) : conversation.turns;
  requireVerified({ turns }, format);
  const trained = trainedTurns(
    turns,
    train === 'first-turn' ? 'every-turn' : readTrainedTurns(train),
  );
  const later = trained.indexOf(true, 1);
  if (later > 0) {
    const problem = `answer ${later + 1} is to be trained, which saw feedback that the row does not hold`;
    throw new NotRepresentableError(format, problem);
  }
  const [first] = turns;
  if (first === undefined || trained[0] !== true) return [];
  const prompt = conversation.prompt.map(({ content }) => content).join('\n\n');
  const response = answerText(first.prediction);
  if (response.trim() === '') {
    throw new NotRepresentableError(format, 'the answer to be trained is empty');
  }
  return [{ prompt, response }];
}
