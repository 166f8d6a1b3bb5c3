import type { ForeignMessage } from './check-weights.js';

/** Takes the texts of messages. */
export function contentsOf(
  messages: readonly (ForeignMessage | null)[] | null | undefined,
): readonly string[] {
  return (messages ?? []).map((message) =>
    typeof message?.content === 'string' ? message.content : '',
  );
}
