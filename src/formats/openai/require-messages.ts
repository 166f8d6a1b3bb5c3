import { NotRepresentableError } from '../../errors/not-representable-error.js';
import {
  type CheckedMessage,
  checkMessages,
  type MessageChecks,
} from '../validation/message-checks.js';

/**
 * Refuses messages in which the validator of the format would find an error, so that no row is
 * written that is not valid.
 *
 * @throws NotRepresentableError with what the validator would say.
 */
export function requireMessages<Message extends CheckedMessage>(
  messages: readonly Message[],
  checks: MessageChecks<Message>,
  format: string,
): void {
  checkMessages(
    messages,
    ({ field, problem, severity }) => {
      if (severity !== 'warning') throw new NotRepresentableError(format, `${field}: ${problem}`);
    },
    checks,
  );
}
