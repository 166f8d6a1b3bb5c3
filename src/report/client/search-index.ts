import type { SampleConversation, SampleData, TextNumber } from '../sample/sample-data.js';

/** Says whether a conversation has all words of the query. */
export type Search = (conversation: SampleConversation) => boolean;

/**
 * Makes a full-text search over everything that a conversation shows. Upper and lower case are the
 * same; words may stand anywhere, and words in double quotes stand together.
 */
export function createSearchIndex(data: SampleData): (query: string) => Search {
  // Texts that are shared are searched once, not once for every conversation that shares them.
  const shared = Object.entries(data.texts).map(
    ([number, text]) => [Number(number), text.toLowerCase()] as const,
  );
  const own = new Map(
    data.conversations.map((conversation) => [conversation, ownText(conversation).toLowerCase()]),
  );
  return (query) => {
    const terms = termsOf(query).map((term) => ({
      term,
      numbers: new Set(shared.filter(([, text]) => text.includes(term)).map(([number]) => number)),
    }));
    return (conversation) =>
      terms.every(
        ({ term, numbers }) =>
          own.get(conversation)?.includes(term) ||
          textNumbers(conversation).some((number) => numbers.has(number)),
      );
  };
}

/** Splits a query into words and quoted phrases. */
function termsOf(query: string): readonly string[] {
  const terms = query.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? [];
  return terms.map((term) => term.replaceAll('"', ''));
}

function textNumbers({ function: fn, prompt }: SampleConversation): readonly TextNumber[] {
  return [fn.code, fn.query, fn.ioDescription, ...prompt.flatMap(({ pieces }) => pieces)];
}

function ownText(conversation: SampleConversation): string {
  const { number, taskId, function: fn, given, wanted, turns } = conversation;
  const ofTurns = turns.flatMap((turn) => [
    ...[turn.text, turn.reasoning, turn.status, turn.modelId, turn.predicted, turn.feedback],
    ...(turn.problems ?? []),
  ]);
  // A character that nobody searches for keeps a word from reaching over two texts.
  return [`#${number}`, taskId, fn.entrypoint, fn.category, given, wanted, ...ofTurns].join(
    '\u0000',
  );
}
