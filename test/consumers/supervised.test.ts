import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trlLanguageModellingFormat, trlPromptCompletionFormat } from '../../src/formats/index.js';
import type { Conversation } from '../../src/index.js';
import { answerTurn, completionTurn } from './support/chat-template.js';
import { python, runPython } from './support/run-python.js';
import { sampleConversations } from './support/sample-conversations.js';
import { type TemporaryDataset, writeTemporaryDataset } from './support/temporary-dataset.js';

interface SupervisedRun {
  readonly steps: number;
  readonly losses: readonly number[];
  /** For every row, the texts of the stretches of tokens that have a label. */
  readonly trained: readonly (readonly string[])[];
}

const configs = {
  correct: trlPromptCompletionFormat(),
  last: trlPromptCompletionFormat({ train: 'last-turn' }),
  every: trlPromptCompletionFormat({ train: 'every-turn' }),
  messages: trlLanguageModellingFormat({ train: 'every-turn' }),
};

const textsOf = ({ turns }: Conversation): readonly string[] =>
  turns.map(({ prediction }) => prediction.text);
const lastTexts = sampleConversations.map((conversation) => textsOf(conversation).slice(-1));

describe.skipIf(python === undefined)('supervised fine-tuning with TRL', () => {
  let dataset: TemporaryDataset;
  let runs: Readonly<Record<string, SupervisedRun | undefined>>;
  let warnings: readonly string[];

  beforeAll(async () => {
    dataset = await writeTemporaryDataset(sampleConversations, configs);
    const names = Object.keys(configs);
    const folders = names.map((name) => join(dataset.directory, name));
    const result = await runPython<{ runs: readonly SupervisedRun[] }>('train_sft.py', { folders });
    runs = Object.fromEntries(names.map((name, index) => [name, result.runs[index]]));
    warnings = result.warnings;
  }, 300_000);
  afterAll(() => dataset?.[Symbol.asyncDispose]());

  it.each(Object.keys(configs))('makes two steps on the rows %s', (config) => {
    expect(runs[config]?.steps).toBe(2);
    expect(runs[config]?.losses).toHaveLength(2);
    expect(runs[config]?.losses.every((loss) => loss > 0)).toBe(true);
  });

  it('has labels for the right answers alone, character for character', () => {
    expect(runs.correct?.trained).toEqual(lastTexts.map((texts) => texts.map(completionTurn)));
  });

  it('has labels for the last answers, character for character', () => {
    expect(runs.last?.trained).toEqual(lastTexts.map((texts) => texts.map(completionTurn)));
  });

  it('has labels for every answer of rows with one each', () => {
    const every = sampleConversations.flatMap(textsOf);
    expect(runs.every?.trained).toEqual(every.map((text) => [completionTurn(text)]));
  });

  it('has labels for every answer of rows of messages', () => {
    const every = sampleConversations.map((conversation) => textsOf(conversation).map(answerTurn));
    expect(runs.messages?.trained).toEqual(every);
  });

  it('warns of nothing', () => {
    expect(warnings).toEqual([]);
  });
});
