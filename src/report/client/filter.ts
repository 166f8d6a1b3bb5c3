import type { SampleConversation } from '../sample/sample-data.js';

/** What can be chosen from; an empty choice is any. */
export const facets = ['direction', 'outcome', 'status', 'category', 'turns'] as const;

/** Something by which conversations are chosen. */
export type Facet = (typeof facets)[number];

/** What is chosen. */
export type Choice = { readonly [F in Facet]: string };

/** Chooses everything. */
export const anyChoice: Choice = {
  direction: '',
  outcome: '',
  status: '',
  category: '',
  turns: '',
};

/** The values of a conversation: several, when it has several turns. */
function facetValues(conversation: SampleConversation, facet: Facet): readonly string[] {
  switch (facet) {
    case 'direction':
      return [conversation.direction];
    case 'outcome':
      return [conversation.outcome];
    case 'status':
      return [...new Set(conversation.turns.map(({ status }) => status))];
    case 'category':
      return [conversation.function.category];
    case 'turns':
      return [String(conversation.turns.length)];
  }
}

/** Says whether a conversation is chosen. */
export function isChosen(conversation: SampleConversation, choice: Choice): boolean {
  return facets.every(
    (facet) => choice[facet] === '' || facetValues(conversation, facet).includes(choice[facet]),
  );
}

/** Counts the values of a facet, the most frequent first. */
export function countValues(
  conversations: readonly SampleConversation[],
  facet: Facet,
): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const conversation of conversations) {
    for (const value of facetValues(conversation, facet)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
