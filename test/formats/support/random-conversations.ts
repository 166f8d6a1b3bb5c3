import fc from 'fast-check';
import { trainedTurns } from '../../../src/formats/trained-turns.js';
import type { Conversation, VerdictStatus } from '../../../src/index.js';
import { conversationOf } from './conversations.js';

type Train = 'correct-turns' | 'last-turn' | 'every-turn';

/** All choices of what is trained. */
export const trainChoices: readonly Train[] = ['correct-turns', 'last-turn', 'every-turn'];

const verified: readonly VerdictStatus[] = [
  'correct',
  'mismatch',
  'no-answer',
  'invalid-input',
  'runtime-error',
  'step-limit',
  'out-of-memory',
];

/** Conversations of verified turns in any order, with any answers that have a text. */
export const anyConversation: fc.Arbitrary<Conversation> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...verified),
      text: fc.string({ unit: 'grapheme' }).map((text) => `${text}x`),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((attempts) => conversationOf(attempts));

export const anyTrain: fc.Arbitrary<Train> = fc.constantFrom(...trainChoices);

/** The answers of a conversation that are to be trained, in their order. */
export function wantedTexts({ turns }: Conversation, train: Train): readonly string[] {
  const isTrained = trainedTurns(turns, train);
  return turns.filter((_, index) => isTrained[index]).map(({ prediction }) => prediction.text);
}
