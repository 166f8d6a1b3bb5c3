import type { CheckedMessage } from '../validation/message-checks.js';
import type { ReportProblem } from '../validation/row-checks.js';

/** A message that comes from outside; a weight that is null counts as missing. */
export interface ForeignMessage extends CheckedMessage {
  readonly weight?: number | null | undefined;
}

type ForeignMessages = readonly (ForeignMessage | null)[] | null | undefined;

/** Says whether a message of the assistant counts as trained: without a weight it does. */
export function isTrainedAnswer({ role, weight }: ForeignMessage): boolean {
  return role === 'assistant' && weight !== 0;
}

/**
 * Checks the weights of the messages of a row: `weight-place`, `weight-value`, `nothing-trained`.
 *
 * @param weighted - Whose messages may have a weight.
 */
export function checkWeights(
  messages: ForeignMessages,
  weighted: 'assistant' | 'all',
  report: ReportProblem,
): void {
  for (const [index, message] of (messages ?? []).entries()) {
    const { role, weight } = message ?? {};
    if (weight === null || weight === undefined) continue;
    const field = `messages[${index}].weight`;
    if (weight !== 0 && weight !== 1) {
      report({ rule: 'weight-value', field, problem: `the weight is ${weight}, expected 0 or 1` });
    } else if (weighted === 'assistant' && role !== 'assistant') {
      const problem = 'only messages of assistant may have a weight';
      report({ rule: 'weight-place', field, problem });
    }
  }
  if (messages?.some((message) => message !== null && isTrainedAnswer(message)) === true) return;
  const problem = 'no message of assistant is trained, expected one without the weight 0';
  report({ rule: 'nothing-trained', field: 'messages', problem });
}
