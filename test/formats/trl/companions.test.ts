import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { computeScoreFile } from '../../../src/formats/reinforcement/compute-score-file.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import { trlLanguageModellingFormat } from '../../../src/formats/trl/trl-language-modelling-format.js';
import { trlPromptCompletionFormat } from '../../../src/formats/trl/trl-prompt-completion-format.js';
import { trlPromptsFormat } from '../../../src/formats/trl/trl-prompts-format.js';

const rows = {
  name: 'sft',
  files: {
    train: ['sft/train-00000-of-00002.parquet', 'sft/train-00001-of-00002.parquet'],
    test: ['sft/test-00000-of-00001.parquet'],
  },
};

const datasets = [
  {
    path: 'parquet',
    data_files: ['train-00000-of-00002.parquet', 'train-00001-of-00002.parquet'],
    split: 'train',
  },
];

function settings(format: Pick<RowFormat, 'companions'>, files = rows): unknown {
  const companions = format.companions?.(files) ?? [];
  return parse(companions.find(({ name }) => name === 'training.yaml')?.text ?? '');
}

describe('the files beside TRL rows', () => {
  it('train the answers of messages, or the completion, and nothing else', () => {
    expect(settings(trlLanguageModellingFormat())).toEqual({
      assistant_only_loss: true,
      datasets,
    });
    expect(settings(trlPromptCompletionFormat())).toEqual({
      completion_only_loss: true,
      assistant_only_loss: false,
      datasets,
    });
  });

  it('bring the reward that they name', () => {
    const format = trlPromptsFormat();
    expect(settings(format)).toEqual({ reward_funcs: ['compute_score.reward'], datasets });
    const file = format.companions?.(rows).find(({ name }) => name === 'compute_score.py');
    expect(file).toEqual(computeScoreFile);
    expect(file?.text).toMatch(/^def reward\(/m);
  });

  it('name JSON lines as such, files elsewhere by their way, and no files when there are none', () => {
    const files = { name: 'sft', files: { train: ['sft/train.jsonl', 'rows/train.jsonl'] } };
    const train = ['train.jsonl', '../rows/train.jsonl'];
    const format = trlPromptCompletionFormat() as Pick<RowFormat, 'companions'>;
    expect(parse(format.companions?.(files)[0]?.text ?? '')).toMatchObject({
      datasets: [{ path: 'json', data_files: train }],
    });
    const none = format.companions?.({ name: 'sft', files: { test: ['sft/test.jsonl'] } });
    expect(parse(none?.[0]?.text ?? '')).toMatchObject({ datasets: [] });
  });
});
