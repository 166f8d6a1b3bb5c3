/**
 * Finds the first message that is not of the role whose turn it is: after a system message, which
 * may be the first, user and assistant take turns, the user first.
 */
export function findBrokenAlternation(
  messages: readonly ({ readonly role: string | null } | null)[],
): { readonly index: number; readonly expected: 'user' | 'assistant' } | undefined {
  const offset = messages[0]?.role === 'system' ? 1 : 0;
  for (const [turn, message] of messages.slice(offset).entries()) {
    const expected = turn % 2 === 0 ? 'user' : 'assistant';
    if (message?.role !== expected) return { index: turn + offset, expected };
  }
  return undefined;
}
