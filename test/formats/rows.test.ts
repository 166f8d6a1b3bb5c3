import { describe, expect, it } from 'vitest';
import {
  type Conversation,
  defaultJoinTemplate,
  defaultRetryRequest,
  NotRepresentableError,
  type Prediction,
  type Turn,
  toCodeIO,
  toJoined,
} from '../../src/index.js';
import { taxTask } from '../support/fixtures.js';

function turn(text: string, isRight: boolean, feedback: string): Turn {
  const status = isRight ? 'correct' : 'mismatch';
  return { prediction: { text } as Prediction, verdict: { status, predicted: 1 }, feedback };
}

function conversation(turns: readonly Turn[], outcome: Conversation['outcome']): Conversation {
  const prompt = [
    { role: 'system', content: 'Think.' },
    { role: 'user', content: 'What?' },
  ] as const;
  return { task: taxTask('output'), prompt, turns, retryRequest: defaultRetryRequest, outcome };
}

const correct = conversation([turn('It is 1.', true, 'Right.')], 'correct');
const revised = conversation(
  [turn('It is 2. ', false, 'Wrong: 2.'), turn('It is 1.', true, 'Right.')],
  'revised',
);
const unsolved = conversation(
  [turn('It is 2.', false, 'Wrong: 2.'), turn('It is 3.', false, 'Wrong: 3.')],
  'unsolved',
);
const lost = conversation(
  [
    {
      prediction: { text: 'x' } as Prediction,
      verdict: { status: 'unverifiable', reason: 'sandbox-lost', detail: '' },
    },
  ],
  'unverifiable',
);

describe('toCodeIO', () => {
  it('leaves the second turn null when the first was right', () => {
    expect(toCodeIO(correct)).toEqual({
      prompt: 'Think.\n\nWhat?',
      turn_1: 'It is 1.',
      feedback_1: 'Right.',
      turn_2: null,
      feedback_2: null,
    });
  });

  it('keeps the request to try again where the model saw it', () => {
    expect(toCodeIO(unsolved)).toEqual({
      prompt: 'Think.\n\nWhat?',
      turn_1: 'It is 2.',
      feedback_1: `Wrong: 2.\n\n${defaultRetryRequest}`,
      turn_2: 'It is 3.',
      feedback_2: 'Wrong: 3.',
    });
  });

  it('refuses what its five fields cannot hold', () => {
    const long = conversation([...unsolved.turns, ...correct.turns], 'revised');
    expect(() => toCodeIO(long)).toThrow(
      new NotRepresentableError('CodeI/O', 'it has 3 turns, the row holds two'),
    );
    expect(() => toCodeIO(lost)).toThrow(NotRepresentableError);
  });
});

describe('toJoined', () => {
  it('joins turns and feedback into one response, without the request to try again', () => {
    const { check, wrong, retry, right } = defaultJoinTemplate;
    expect(toJoined(revised)).toEqual({
      prompt: 'Think.\n\nWhat?',
      response: `It is 2.${check}${wrong}Wrong: 2.${retry}It is 1.${check}${right}`,
    });
  });

  it('says when the last attempt was wrong, too', () => {
    expect(toJoined(unsolved).response).toMatch(
      /Wrong: 3\.\n\nI could not find the right answer\.$/,
    );
  });

  it('takes other sentences', () => {
    const template = { check: ' |check| ', wrong: 'no: ', retry: ' |retry| ', right: 'yes' };
    expect(toJoined(revised, { template }).response).toBe(
      'It is 2. |check| no: Wrong: 2. |retry| It is 1. |check| yes',
    );
  });

  it('refuses a turn that could not be verified', () => {
    expect(() => toJoined(lost)).toThrow(NotRepresentableError);
  });
});
