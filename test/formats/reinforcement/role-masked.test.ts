import { describe, expect, it } from 'vitest';
import { withThinkTags } from '../../../src/formats/messages/training-messages.js';
import {
  primeRLFormat,
  toPrimeRL,
  validatePrimeRL,
} from '../../../src/formats/reinforcement/to-prime-rl.js';
import {
  toVerlSFT,
  validateVerlSFT,
  verlSFTFormat,
} from '../../../src/formats/reinforcement/to-verl-sft.js';
import { NotRepresentableError, toJoined } from '../../../src/index.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

describe.each([
  ['verl SFT', toVerlSFT, verlSFTFormat, validateVerlSFT],
  ['prime-rl SFT', toPrimeRL, primeRLFormat, validatePrimeRL],
] as const)('rows for %s', (title, toRows, format, validate) => {
  it('hold a conversation that was right at once', () => {
    expect(toRows(right)).toEqual([
      {
        messages: [
          ...right.prompt,
          { role: 'assistant', content: 'Answer 1 of sample 0: {"output": 1}' },
        ],
      },
    ]);
  });

  it('are refused where an answer would be trained that is not to be', () => {
    expect(() => toRows(revised)).toThrow(NotRepresentableError);
    expect(() => toRows(revised)).toThrow(
      `written as ${title}: it trains every answer of a row, also number 1`,
    );
    expect(() => toRows(unsolved, { train: 'last-turn' })).toThrow(/also number 1/);
    expect(() => toRows(unverifiable)).toThrow(/turn 2 could not be verified/);
  });

  it('hold every turn when every turn is to be trained', () => {
    const [row] = toRows(revised, { train: 'every-turn' });
    expect(row?.messages.map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
  });

  it('are not made where nothing is to be trained', () => {
    expect(toRows(unsolved)).toEqual([]);
    expect(toRows(unsolved, { form: 'joined' })).toEqual([]);
  });

  it('hold joined turns as one answer', () => {
    const [row] = toRows(revised, { form: 'joined' });
    expect(row?.messages).toEqual([
      ...revised.prompt,
      { role: 'assistant', content: toJoined(revised).response },
    ]);
    const template = { retry: ' |again| ' };
    const [other] = toRows(unsolved, { form: 'joined', train: 'last-turn', template });
    expect(other?.messages.at(-1)?.content).toContain(' |again| Answer 2');
  });

  it('hold the reasoning where it is wanted, joined or not', () => {
    const thought = conversationOf([{ status: 'correct', reasoning: 'Hm.' }]);
    for (const form of ['chat', 'joined'] as const) {
      const [row] = toRows(thought, { form, answerText: withThinkTags });
      expect(row?.messages.at(-1)?.content).toMatch(/^<think>\nHm\.\n<\/think>\n\nAnswer 1/);
    }
  });

  it('are refused in a form that there is not', () => {
    expect(() => toRows(right, { form: 'text' as 'chat' })).toThrow(
      `form must be 'chat' or 'joined', got "text"`,
    );
  });

  it('are made by the format with the same settings', () => {
    const { toRows: make, columns } = format({ form: 'joined' });
    expect(make([revised])).toEqual(toRows(revised, { form: 'joined' }));
    expect(Object.keys(make([revised])[0] ?? {})).toEqual(Object.keys(columns));
  });

  it('pass their own validator', async () => {
    const rows = [...toRows(right), ...toRows(revised, { form: 'joined' })];
    expect((await validate(rows)).findings).toEqual([]);
  });

  it('do not pass it when the last message is no answer, or roles do not alternate', async () => {
    const [user, assistant] = [
      { role: 'user', content: 'x' },
      { role: 'assistant', content: 'y' },
    ];
    const rows = [
      { messages: [user] },
      { messages: [user, user, assistant] },
      { messages: [user, { ...assistant, content: ' ' }] },
      { messages: [] },
    ];
    const { findings } = await validate(rows);
    const rules = findings.map(({ rule, row }) => `${row} ${rule}`);
    expect(rules).toEqual(['1 last-role', '2 alternation', '3 empty-message', '4 no-messages']);
  });
});
