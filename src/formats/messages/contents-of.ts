/** Takes the texts of messages, also of such as other programs wrote: what is no text is an empty one. */
export function contentsOf(
  messages: readonly ({ readonly content?: unknown } | null)[] | null | undefined,
): readonly string[] {
  return (messages ?? []).map((message) =>
    typeof message?.content === 'string' ? message.content : '',
  );
}
