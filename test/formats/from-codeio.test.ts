import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCodeIO, type RecoveredRow } from '../../src/formats/from-codeio.js';
import { toLlamaFactoryShareGPT } from '../../src/formats/llama-factory/to-llama-factory-sharegpt.js';
import { trainingMessages } from '../../src/formats/messages/training-messages.js';
import type { RecoveredConversation } from '../../src/formats/recovery/recovered-conversation.js';
import { toSingleTurn } from '../../src/formats/to-single-turn.js';
import {
  buildPrompt,
  type Conversation,
  type Direction,
  defaultRetryRequest,
  formatFeedback,
  promptTemplates,
  type Turn,
  toCodeIO,
  toJoined,
  type VerdictStatus,
} from '../../src/index.js';
import { addTax } from '../support/fixtures.js';
import { conversationOf } from './support/conversations.js';

function recover(row: RecoveredRow): RecoveredConversation {
  expect(row).toMatchObject({ status: 'recovered' });
  if (row.status !== 'recovered') throw new Error(row.problem);
  return row.conversation;
}

/** A conversation of prompts and feedback as our own defaults make them. */
function realConversation(
  statuses: readonly VerdictStatus[],
  direction: Direction,
  texts: readonly string[] = [],
): Conversation {
  const attempts = statuses.map((status, index) => ({ status, text: texts[index] ?? 'It is.' }));
  const made = conversationOf(attempts, { direction });
  const turns: Turn[] = [];
  for (const turn of made.turns) {
    const feedback = formatFeedback(made.task, turn.verdict, turns);
    turns.push({ ...turn, feedback });
  }
  return { ...made, turns, prompt: buildPrompt(made.task) };
}

const mistakes: Readonly<Record<Direction, readonly VerdictStatus[]>> = {
  output: ['mismatch', 'no-answer'],
  input: ['mismatch', 'no-answer', 'invalid-input', 'runtime-error', 'step-limit', 'out-of-memory'],
};

const conversations = fc.constantFrom<Direction>('input', 'output').chain((direction) => {
  const mistake = fc.constantFrom(...mistakes[direction]);
  const statuses = fc.oneof(
    fc.constant<VerdictStatus[]>(['correct']),
    fc.tuple(mistake),
    fc.tuple(mistake, fc.oneof(mistake, fc.constant<VerdictStatus>('correct'))),
  );
  return fc
    .tuple(statuses, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    .map(([list, ...texts]) => realConversation(list, direction, texts));
});

describe('fromCodeIO with our own rows', () => {
  it('recovers texts, judgements, direction, request and outcome', () => {
    fc.assert(
      fc.property(conversations, fc.string({ minLength: 1 }), (made, retryRequest) => {
        const conversation = { ...made, retryRequest };
        const read = recover(fromCodeIO(toCodeIO(conversation), { retryRequest }));
        expect(read.turns.map(({ prediction }) => prediction.text)).toEqual(
          made.turns.map(({ prediction }) => prediction.text),
        );
        expect(read.turns.map(({ verdict }) => verdict.status)).toEqual(
          made.turns.map(({ verdict }) => verdict.status),
        );
        expect(read.turns.map(({ feedback }) => feedback)).toEqual(
          made.turns.map(({ feedback }) => feedback),
        );
        expect(read.task.direction).toBe(made.task.direction);
        expect(read.outcome).toBe(made.outcome);
        expect(read.retryRequest).toBe(made.turns.length > 1 ? retryRequest : '');
        expect(toCodeIO(read)).toEqual(toCodeIO(conversation));
      }),
    );
  });

  it('recovers the request without knowing it, when it is one paragraph', () => {
    const conversation = realConversation(['mismatch', 'correct'], 'input');
    for (const retryRequest of [defaultRetryRequest, 'Noch einmal, bitte.']) {
      const read = recover(fromCodeIO(toCodeIO({ ...conversation, retryRequest })));
      expect(read.retryRequest).toBe(retryRequest);
      expect(read.turns[0]?.feedback).toBe(conversation.turns[0]?.feedback);
    }
  });

  it.each(Object.entries(promptTemplates))('recovers what a prompt of %s says', (_, template) => {
    for (const direction of ['input', 'output'] as const) {
      const made = realConversation(['correct'], direction);
      const row = toCodeIO({ ...made, prompt: buildPrompt(made.task, { template }) });
      const { parts } = recover(fromCodeIO(row)).task;
      expect(parts.given).toBe(
        direction === 'output' ? '{"net": 100, "rate": 7}' : '{"gross": 107, "rate": 7}',
      );
      const shown = template[direction];
      const { query, ioDescription, entrypoint } = addTax;
      if (shown.includes('{{query}}')) expect(parts).toMatchObject({ query, ioDescription });
      if (shown.includes('{{code}}')) {
        expect(parts).toMatchObject({ code: addTax.code, language: 'javascript', entrypoint });
      }
    }
  });

  it('takes a template, a request and a feedback reader of your own', () => {
    const made = realConversation(['mismatch', 'correct'], 'output');
    const template = { system: 'Be brief.', output: 'F({{input}})? {{query}}', input: 'x' };
    const turns = made.turns.map((turn, index) => ({ ...turn, feedback: index ? 'ja' : 'nein' }));
    const prompt = buildPrompt(made.task, { template });
    const row = toCodeIO({ ...made, prompt, turns, retryRequest: 'a\n\nb' });
    const readFeedback = (text: string) =>
      text === 'ja' ? ({ status: 'correct' } as const) : ({ status: 'mismatch' } as const);
    const read = recover(fromCodeIO(row, { template, retryRequest: 'a\n\nb', readFeedback }));
    expect(read).toMatchObject({
      task: { direction: 'output', parts: { query: addTax.query } },
      outcome: 'revised',
      retryRequest: 'a\n\nb',
    });
    expect(read.turns[0]?.feedback).toBe('nein');
    expect(fromCodeIO(row)).toMatchObject({
      status: 'unreadable',
      problem: 'feedback_1: it does not tell how the answer was judged',
    });
  });

  it('gives what the formats of conversations take', () => {
    const made = realConversation(['mismatch', 'correct'], 'output');
    const read = recover(fromCodeIO(toCodeIO(made)));
    expect(trainingMessages(read, {}, 'a chat')).toEqual(trainingMessages(made, {}, 'a chat'));
    expect(toLlamaFactoryShareGPT(read)).toEqual(toLlamaFactoryShareGPT(made));
    expect(toJoined(read)).toEqual(toJoined(made));
    expect(toSingleTurn(read, { train: 'first-turn' })).toEqual(
      toSingleTurn(made, { train: 'first-turn' }),
    );
  });
});

describe('fromCodeIO with bad rows', () => {
  const good = toCodeIO(realConversation(['mismatch', 'correct'], 'output'));

  it.each<[string, unknown, string]>([
    ['no object', 5, 'the row: '],
    ['no prompt', { ...good, prompt: undefined }, 'prompt: '],
    ['no second feedback', { ...good, feedback_2: null }, 'feedback_2: it is missing'],
    ['no second turn', { ...good, turn_2: null }, 'turn_2: it is missing'],
    ['unclear feedback', { ...good, feedback_2: 'Hm.' }, 'feedback_2: it does not tell'],
    [
      'a turn after a right one',
      { ...good, feedback_1: 'Correct output!' },
      'turn_2: the answer before it was right',
    ],
    ['two sides', { ...good, feedback_2: 'Feasible input!' }, 'prompt: it and the feedback tell'],
    [
      'no side',
      { prompt: 'x', turn_1: 'y', feedback_1: 'Success', turn_2: null, feedback_2: null },
      'prompt: neither it nor the feedback tells',
    ],
  ])('says what is wrong with %s, and reads its neighbours', (_, row, problem) => {
    const read = fromCodeIO([good, row, good]);
    expect(read.map(({ status }) => status)).toEqual(['recovered', 'unreadable', 'recovered']);
    expect(read[1]).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});
