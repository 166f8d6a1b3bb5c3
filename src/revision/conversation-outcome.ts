import type { ConversationOutcome } from '../core/conversation.js';
import type { VerdictStatus } from '../core/verdict.js';

/**
 * Says how a conversation ended by the verdicts of its turns. The first turn that is correct or
 * cannot be verified is the one that ends it, whatever was said after it.
 */
export function conversationOutcome(verdicts: readonly VerdictStatus[]): ConversationOutcome {
  const last = verdicts.findIndex((status) => status === 'correct' || status === 'unverifiable');
  if (last < 0) return 'unsolved';
  if (verdicts[last] === 'unverifiable') return 'unverifiable';
  return last === 0 ? 'correct' : 'revised';
}
