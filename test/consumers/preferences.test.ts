import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trlPreferenceFormat, trlUnpairedFormat } from '../../src/formats/index.js';
import type { ChatMessage } from '../../src/index.js';
import { completionTurn, promptTurns } from './support/chat-template.js';
import { python, runPython } from './support/run-python.js';
import { sampleConversations } from './support/sample-conversations.js';
import { type TemporaryDataset, writeTemporaryDataset } from './support/temporary-dataset.js';

interface Training {
  readonly steps: number;
  readonly losses: readonly number[];
}

/** All samples of a task: one that is right after feedback, one that is right at once. */
const tasks = sampleConversations.flatMap((revised, index) => {
  const right = sampleConversations[index + 1];
  return index % 2 === 1 || right === undefined ? [] : [{ revised, right }];
});
const textOf = (turn: (typeof tasks)[number]['revised']['turns'][number] | undefined): string =>
  turn?.prediction.text ?? '';

describe.skipIf(python === undefined)('preferences with TRL', () => {
  let dataset: TemporaryDataset;
  beforeAll(async () => {
    dataset = await writeTemporaryDataset(sampleConversations, {
      pairs: trlPreferenceFormat(),
      answers: trlUnpairedFormat(),
    });
  });
  afterAll(() => dataset?.[Symbol.asyncDispose]());

  it('are trained by DPO for two steps, as the texts that the pairs hold', async () => {
    const job = { directory: dataset.directory, config: 'pairs' };
    const result = await runPython<Training & { readonly pairs: unknown }>('train_dpo.py', job);
    expect(result.pairs).toEqual(
      tasks.map(({ revised, right }) => ({
        prompt: promptTurns(right.prompt),
        chosen: completionTurn(textOf(right.turns[0])),
        rejected: completionTurn(textOf(revised.turns[0])),
      })),
    );
    expectTraining(result);
    expect(result.warnings).toEqual([]);
  }, 300_000);

  it('are trained by KTO for two steps, as the answers with all that came before them', async () => {
    const job = { directory: dataset.directory, config: 'answers' };
    const result = await runPython<Training & { readonly answers: unknown }>('train_kto.py', job);
    const rated = (before: readonly ChatMessage[], text: string, label: boolean): object => ({
      prompt: promptTurns(before),
      completion: completionTurn(text),
      label,
    });
    const expected = tasks.flatMap(({ revised, right }) => {
      const [wrong, fixed] = revised.turns;
      const told = `${wrong?.feedback}\n\n${revised.retryRequest}`;
      const history: readonly ChatMessage[] = [
        ...revised.prompt,
        { role: 'assistant', content: textOf(wrong) },
        { role: 'user', content: told },
      ];
      return [
        rated(revised.prompt, textOf(wrong), false),
        rated(history, textOf(fixed), true),
        rated(right.prompt, textOf(right.turns[0]), true),
      ];
    });
    expect(result.answers).toEqual(expected);
    expectTraining(result);
    expect(result.warnings).toEqual([
      // Two answers of three are right; the trainer can weigh that, the rows cannot.
      expect.stringContaining('different amounts of desirable'),
    ]);
  }, 300_000);
});

function expectTraining({ steps, losses }: Training): void {
  expect(steps).toBe(2);
  expect(losses).toHaveLength(2);
  expect(losses.every((loss) => loss > 0)).toBe(true);
}
