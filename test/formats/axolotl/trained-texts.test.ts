import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axolotlChatFormat } from '../../../src/formats/axolotl/axolotl-chat-format.js';
import { axolotlPartsFormat } from '../../../src/formats/axolotl/axolotl-parts-format.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import type { Conversation } from '../../../src/index.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';
import {
  anyConversation,
  anyTrain,
  trainChoices,
  wantedTexts,
} from '../support/random-conversations.js';
import { type DatasetEntry, readSettings } from './support/read-settings.js';

interface Part {
  readonly text: string;
  readonly train?: boolean | undefined;
}
interface Message {
  readonly role: string;
  readonly content: string | readonly Part[];
  readonly [field: string]: unknown;
}

/**
 * Axolotl (`prompt_strategies/chat_template.py` and its page "Conversation"): the flag of a message
 * decides when the configuration names its field, otherwise the role does. A part with a flag
 * decides for itself.
 */
function trainedBy(entry: DatasetEntry, messages: readonly Message[]): readonly string[] {
  return messages.flatMap((message) => {
    const field = entry.message_field_training;
    const flag = field === undefined ? undefined : message[field];
    const isTrained = flag ?? (entry.roles_to_train ?? ['assistant']).includes(message.role);
    const { content } = message;
    const parts: readonly Part[] = typeof content === 'string' ? [{ text: content }] : content;
    return parts.filter(({ train }) => train ?? isTrained).map(({ text }) => text);
  });
}

const first = 'Answer 1 of sample 0: {"output": 1}';
const second = 'Answer 2 of sample 0: {"output": 2}';

/** What is trained of right, revised and unsolved conversations. */
const cells = {
  'every-turn': { right: [first], revised: [first, second], unsolved: [first, second] },
  'last-turn': { right: [first], revised: [second], unsolved: [second] },
  'correct-turns': { right: [first], revised: [second], unsolved: [] },
} as const;

const conversations: Readonly<Record<string, Conversation>> = { right, revised, unsolved };

type MessageFormat = RowFormat<{ readonly messages: readonly object[] }>;

describe.each([
  ['chat', axolotlChatFormat],
  ['content parts', axolotlPartsFormat],
] as const)('what Axolotl trains of %s rows with the configuration beside them', (_, make) => {
  const trainedTexts = (conversation: Conversation, train?: (typeof trainChoices)[number]) => {
    const format = make({ train }) as MessageFormat;
    const [entry] = readSettings(format).datasets;
    const rows = format.toRows([conversation]);
    return rows.map(({ messages }) => trainedBy(entry as DatasetEntry, messages as Message[]));
  };

  for (const train of trainChoices) {
    for (const [outcome, texts] of Object.entries(cells[train])) {
      it(`is with ${train} of a conversation that was ${outcome}: ${texts.length} answers`, () => {
        const conversation = conversations[outcome] as Conversation;
        expect(trainedTexts(conversation, train)).toEqual(texts.length === 0 ? [] : [texts]);
      });
    }

    it(`is with ${train} nothing of a conversation that was unverifiable`, () => {
      expect(() => trainedTexts(unverifiable, train)).toThrow(
        /^cannot be written as Axolotl (chat|content parts): turn 2 could not be verified$/,
      );
    });
  }

  it('is the right answers alone when nothing is chosen', () => {
    expect(trainedTexts(revised)).toEqual([[second]]);
  });

  it('is what is asked for, and nothing else, whatever the conversation', () => {
    fc.assert(
      fc.property(anyConversation, anyTrain, (conversation, train) => {
        const wanted = wantedTexts(conversation, train);
        expect(trainedTexts(conversation, train)).toEqual(wanted.length === 0 ? [] : [wanted]);
      }),
    );
  });

  it('ends with the last answer that is trained', () => {
    const relapsed = conversationOf(['mismatch', 'correct', 'mismatch']);
    const [row] = make().toRows([relapsed]);
    expect(row?.messages.map(({ role }) => role).join(' ')).toBe(
      'system user assistant user assistant',
    );
    expect(trainedTexts(relapsed)).toEqual([[second]]);
  });

  it('is no answer that the prompt itself shows', () => {
    const prompt = [
      { role: 'user', content: 'What is 1 + 1?' },
      { role: 'assistant', content: '2' },
      { role: 'user', content: 'What is 1 + 2?' },
    ] as const;
    expect(trainedTexts({ ...right, prompt }, 'every-turn')).toEqual([[first]]);
  });

  it('is never an answer without a text, which Axolotl would leave out', () => {
    const empty = conversationOf([{ status: 'no-answer', text: '' }, 'correct']);
    expect(() => trainedTexts(empty, 'every-turn')).toThrow(/message 3 is to be trained and is/);
    expect(trainedTexts(empty)).toEqual([[second]]);
  });
});
