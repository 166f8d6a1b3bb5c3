import type { ChatMessage } from '../../core/chat-message.js';
import { NotRepresentableError } from '../../errors/not-representable-error.js';
import { optionError } from '../../errors/option-error.js';
import type { TrainableConversation } from '../messages/trainable-conversation.js';
import {
  type TrainingOptions,
  trainingMessages,
  visibleText,
} from '../messages/training-messages.js';
import { type JoinTemplate, toJoined } from '../to-joined.js';

/** How rows are made for trainers that train every answer of a row, because they mask by role. */
export interface RoleMaskedOptions extends TrainingOptions {
  /**
   * - `chat`: a message for every turn. Conversations with an answer that is not to be trained are
   *   refused.
   * - `joined`: all turns and their feedback joined into one answer, as CodeI/O++ is trained. It is
   *   trained as a whole, the wrong attempts in it included; `train` says which conversations make
   *   a row.
   * @defaultValue 'chat'
   */
  readonly form?: 'chat' | 'joined' | undefined;
  /** The sentences that connect joined turns. */
  readonly template?: Partial<JoinTemplate> | undefined;
}

/** A row of messages, each answer of which is trained. */
export interface RoleMaskedRow {
  readonly messages: readonly ChatMessage[];
}

/**
 * Writes a conversation as messages for a trainer that trains every answer.
 *
 * @param format - The name of the format, for errors.
 * @returns A row; none when no answer is to be trained.
 * @throws NotRepresentableError when a turn could not be verified, and, in the form `chat`, when an
 * answer that is not to be trained would be.
 * @throws TypeError naming an option that is not as expected.
 */
export function roleMaskedRows(
  conversation: TrainableConversation,
  options: RoleMaskedOptions,
  format: string,
): readonly RoleMaskedRow[] {
  const { form = 'chat', template, answerText = visibleText } = options;
  if (form !== 'chat' && form !== 'joined') throw optionError('form', "'chat' or 'joined'", form);
  const messages = trainingMessages(conversation, options, format);
  if (messages.length === 0) return [];
  if (form === 'joined') {
    const turns = conversation.turns.map((turn) => {
      return { ...turn, prediction: { ...turn.prediction, text: answerText(turn.prediction) } };
    });
    const { response } = toJoined({ ...conversation, turns }, { template });
    const prompt = conversation.prompt.map(({ role, content }) => ({ role, content }));
    return [{ messages: [...prompt, { role: 'assistant', content: response }] }];
  }
  const answers = messages.filter(({ role }) => role === 'assistant');
  const untrained = answers.findIndex(({ isTrained }) => !isTrained);
  if (untrained >= 0) {
    throw new NotRepresentableError(
      format,
      `it trains every answer of a row, also number ${untrained + 1}, which is not to be trained; take conversations that were right at once, or the form 'joined'`,
    );
  }
  return [{ messages: messages.map(({ role, content }) => ({ role, content })) }];
}
