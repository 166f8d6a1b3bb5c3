import { NotRepresentableError } from '../../errors/not-representable-error.js';
import type { RatedAnswer } from '../samples/preference-pair.js';

/** A row for KTO with Axolotl. */
export interface AxolotlUnpairedRow {
  /** The system message; empty when there is none. */
  readonly system: string;
  /** The message of the user. */
  readonly prompt: string;
  readonly completion: string;
  /** Whether the answer is wanted. */
  readonly label: boolean;
}

/** The name of the format in messages. */
export const axolotlUnpairedTitle = 'Axolotl KTO';

/**
 * Writes a rated answer for KTO with Axolotl (its page "RLHF"), with the columns that its types
 * `chatml.ultra`, `llama3.ultra` and `user_defined.default` read. These take a prompt of one
 * message of the user, before which the system may have one.
 *
 * @throws NotRepresentableError for any other prompt, such as that of an answer to feedback.
 */
export function toAxolotlUnpaired(answer: RatedAnswer): AxolotlUnpairedRow {
  const [first, ...others] = answer.prompt;
  const system = first?.role === 'system' ? first : undefined;
  const [user, ...more] = system === undefined ? answer.prompt : others;
  if (user?.role !== 'user' || more.length > 0) {
    const roles = answer.prompt.map(({ role }) => role).join(', ') || 'none';
    const problem = `the prompt is to be a text of the user, after one of the system at most, and it has the messages ${roles}`;
    throw new NotRepresentableError(axolotlUnpairedTitle, problem);
  }
  return {
    system: system?.content ?? '',
    prompt: user.content,
    completion: answer.completion,
    label: answer.label,
  };
}
