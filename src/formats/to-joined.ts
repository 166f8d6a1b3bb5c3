import { NotRepresentableError } from '../errors/not-representable-error.js';
import type { TrainableConversation } from './messages/trainable-conversation.js';

/** The sentences that connect the turns of a joined response. */
export interface JoinTemplate {
  /** After an attempt: the step of checking it. */
  readonly check: string;
  /** Before the feedback to a wrong attempt. */
  readonly wrong: string;
  /** Between that feedback and the next attempt. */
  readonly retry: string;
  /** After an attempt that was right. */
  readonly right: string;
  /** After the feedback to an attempt that was wrong and the last. */
  readonly stillWrong: string;
}

/** The default sentences, in our own words. */
export const defaultJoinTemplate: JoinTemplate = {
  check: '\n\nI will check this against the code.\n',
  wrong: 'The check fails: ',
  retry: '\n\nSo I have to go through it again.\n\n',
  right: 'The check passes, this is the answer.',
  stillWrong: '\n\nI could not find the right answer.',
};

/** A prompt with one response, ready for supervised fine-tuning. */
export interface JoinedRow {
  readonly prompt: string;
  readonly response: string;
}

/**
 * Joins all turns and their feedback into one response to the first prompt, which is how CodeI/O++
 * is trained (paper §2.4). The request to try again is not part of it.
 *
 * @throws NotRepresentableError for conversations with a turn that could not be verified.
 */
export function toJoined(
  conversation: TrainableConversation,
  options: { readonly template?: Partial<JoinTemplate> | undefined } = {},
): JoinedRow {
  const template = { ...defaultJoinTemplate, ...options.template };
  const { prompt, turns } = conversation;
  let response = '';
  for (const [index, { prediction, verdict, feedback }] of turns.entries()) {
    if (verdict.status === 'unverifiable') {
      throw new NotRepresentableError('CodeI/O++', `turn ${index + 1} could not be verified`);
    }
    response += prediction.text.trimEnd() + template.check;
    if (verdict.status === 'correct') response += template.right;
    else {
      const isLast = index === turns.length - 1;
      response +=
        template.wrong + (feedback ?? '') + (isLast ? template.stillWrong : template.retry);
    }
  }
  return { prompt: prompt.map(({ content }) => content).join('\n\n'), response };
}
