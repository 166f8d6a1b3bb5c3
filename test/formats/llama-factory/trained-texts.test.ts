import { describe, expect, it } from 'vitest';
import {
  type LlamaFactoryAlpacaRow,
  toLlamaFactoryAlpaca,
} from '../../../src/formats/llama-factory/to-llama-factory-alpaca.js';
import {
  type LlamaFactoryShareGPTRow,
  toLlamaFactoryShareGPT,
} from '../../../src/formats/llama-factory/to-llama-factory-sharegpt.js';
import { llamaFactorySettings } from '../../../src/formats/llama-factory/training-settings.js';
import type { TrainedTurns } from '../../../src/formats/trained-turns.js';
import { type Conversation, NotRepresentableError } from '../../../src/index.js';
import {
  conversationOf,
  revised,
  right,
  unsolved,
  unverifiable,
} from '../support/conversations.js';

const rows = { name: 'codeio', files: { train: ['codeio/train.jsonl'] } };
const [first, second] = revised.turns.map(({ prediction }) => prediction.text);
const [wrong, wrongAgain] = unsolved.turns.map(({ prediction }) => prediction.text);

/**
 * LLaMA-Factory's rule (`data/converter.py`, `data/processor/supervised.py`): a row becomes pairs
 * of prompt and answer; answers are trained, with `mask_history` that of the last pair alone.
 */
function trainedTexts(pairs: readonly (readonly string[])[], maskHistory: boolean): unknown[] {
  return pairs.map(([, answer]) => answer).slice(maskHistory ? -1 : 0);
}

function pairsOfChat({ conversations }: LlamaFactoryShareGPTRow): readonly (readonly string[])[] {
  expect(conversations.length % 2).toBe(0);
  const senders = conversations.map(({ from }) => from).join(' ');
  expect(senders).toMatch(/^(human gpt ?)+$/);
  const texts = conversations.map(({ value }) => value);
  return texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? '']] : []));
}

function pairsOfAlpaca(row: LlamaFactoryAlpacaRow): readonly (readonly string[])[] {
  const query = [row.instruction, row.input].filter((text) => text !== '').join('\n');
  return [...row.history, [query, row.output]];
}

function trained(conversation: Conversation, train: TrainedTurns): readonly unknown[] {
  const maskHistory = llamaFactorySettings('sharegpt', rows, train).mask_history === true;
  const chat = toLlamaFactoryShareGPT(conversation, { train });
  const alpaca = toLlamaFactoryAlpaca(conversation, { train });
  const texts = chat.map((row) => trainedTexts(pairsOfChat(row), maskHistory));
  expect(alpaca.map((row) => trainedTexts(pairsOfAlpaca(row), maskHistory))).toEqual(texts);
  return texts;
}

describe('LLaMA-Factory with the settings that are written beside the rows', () => {
  it.each<[TrainedTurns, string, Conversation, readonly unknown[]]>([
    ['correct-turns', 'right', right, [[first]]],
    ['correct-turns', 'revised', revised, [[second]]],
    ['correct-turns', 'unsolved', unsolved, []],
    ['last-turn', 'right', right, [[first]]],
    ['last-turn', 'revised', revised, [[second]]],
    ['last-turn', 'unsolved', unsolved, [[wrongAgain]]],
    ['every-turn', 'right', right, [[first]]],
    ['every-turn', 'revised', revised, [[first, second]]],
    ['every-turn', 'unsolved', unsolved, [[wrong, wrongAgain]]],
  ])('trains %s of a conversation that was %s', (train, _, conversation, texts) => {
    expect(trained(conversation, train)).toEqual(texts);
  });

  it.each<TrainedTurns>(['correct-turns', 'last-turn', 'every-turn'])(
    'refuses %s of a conversation that was unverifiable',
    (train) => {
      for (const write of [toLlamaFactoryShareGPT, toLlamaFactoryAlpaca]) {
        expect(() => write(unverifiable, { train })).toThrow(/turn 2 could not be verified/);
      }
    },
  );

  it('trains correct turns alone when nothing is chosen', () => {
    expect(toLlamaFactoryShareGPT(unsolved)).toEqual([]);
    expect(llamaFactorySettings('alpaca', rows).mask_history).toBe(true);
  });

  it('refuses a right answer before the last one, which neither setting trains alone', () => {
    const relapsed = conversationOf(['correct', 'mismatch']);
    for (const write of [toLlamaFactoryShareGPT, toLlamaFactoryAlpaca]) {
      expect(() => write(relapsed)).toThrow(NotRepresentableError);
      expect(() => write(relapsed)).toThrow(/not the last one alone/);
      expect(write(relapsed, { train: 'every-turn' })).toHaveLength(1);
    }
  });

  it('refuses an empty answer that is to be trained, and no other', () => {
    const silent = conversationOf([{ status: 'no-answer', text: '' }, 'correct']);
    expect(trained(silent, 'correct-turns')).toEqual([[second]]);
    expect(() => trained(silent, 'every-turn')).toThrow(/an answer to be trained is empty/);
  });

  it('refuses every turn after a prompt with an answer in it, which would be trained, too', () => {
    const example = [
      { role: 'user', content: 'What is 1 + 1?' },
      { role: 'assistant', content: '2' },
      { role: 'user', content: 'What is 1 + 2?' },
    ] as const;
    const shown = { ...revised, prompt: example };
    expect(() => toLlamaFactoryShareGPT(shown, { train: 'every-turn' })).toThrow(
      /its prompt holds an answer/,
    );
    expect(trained(shown, 'last-turn')).toEqual([[second]]);
  });
});
