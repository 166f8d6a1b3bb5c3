import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { llamaFactoryDatasetInfo } from '../../../src/formats/llama-factory/dataset-info.js';
import { llamaFactoryAlpacaFormat } from '../../../src/formats/llama-factory/llama-factory-alpaca-format.js';
import { llamaFactoryRankingFormat } from '../../../src/formats/llama-factory/llama-factory-ranking-format.js';
import { llamaFactoryShareGPTFormat } from '../../../src/formats/llama-factory/llama-factory-sharegpt-format.js';
import { llamaFactoryUnpairedFormat } from '../../../src/formats/llama-factory/llama-factory-unpaired-format.js';
import type { RowFormat } from '../../../src/formats/row-format.js';
import { conversationOf, revised, right, unsolved } from '../support/conversations.js';

const rows = {
  name: 'sft',
  files: {
    train: ['sft/train-00000-of-00002.jsonl', 'sft/train-00001-of-00002.jsonl'],
    validation: ['sft/validation-00000-of-00001.jsonl'],
  },
};

function companion(format: Pick<RowFormat, 'companions'>, name: string): string {
  const file = format.companions?.(rows).find((candidate) => candidate.name === name);
  return file?.text ?? '';
}

describe('the files beside the rows', () => {
  it('name every file of rows in an entry of its own, relative to their folder', () => {
    const info = JSON.parse(companion(llamaFactoryShareGPTFormat(), 'dataset_info.json'));
    expect(Object.keys(info)).toEqual(['sft_train_1', 'sft_train_2', 'sft_validation']);
    expect(info.sft_train_2).toEqual({
      file_name: 'train-00001-of-00002.jsonl',
      formatting: 'sharegpt',
      columns: { messages: 'conversations', system: 'system' },
    });
  });

  it('name all columns that a row has', () => {
    const formats = {
      sharegpt: llamaFactoryShareGPTFormat(),
      alpaca: llamaFactoryAlpacaFormat(),
      ranking: llamaFactoryRankingFormat(),
      unpaired: llamaFactoryUnpairedFormat(),
    } as const;
    for (const [kind, format] of Object.entries(formats)) {
      const info = llamaFactoryDatasetInfo(kind as keyof typeof formats, rows);
      const named = Object.values(info.sft_validation?.columns ?? {});
      expect(named.sort()).toEqual(Object.keys(format.columns).sort());
      expect(info.sft_validation?.ranking).toBe(kind === 'ranking' ? true : undefined);
    }
  });

  it('mask the history when one answer is trained, and do not when all are', () => {
    const settings = { stage: 'sft', dataset_dir: '.', dataset: 'sft_train_1,sft_train_2' };
    for (const make of [llamaFactoryShareGPTFormat, llamaFactoryAlpacaFormat]) {
      for (const train of ['correct-turns', 'last-turn', 'every-turn'] as const) {
        expect(parse(companion(make({ train }), 'training.yaml'))).toEqual({
          ...settings,
          eval_dataset: 'sft_validation',
          mask_history: train !== 'every-turn',
          train_on_prompt: false,
        });
      }
    }
  });

  it('leave masks out where they have no meaning', () => {
    const ranking = parse(companion(llamaFactoryRankingFormat(), 'training.yaml'));
    expect(ranking).toMatchObject({ stage: 'dpo' });
    const unpaired = parse(companion(llamaFactoryUnpairedFormat(), 'training.yaml'));
    expect(unpaired).toMatchObject({ stage: 'kto' });
    expect({ ...ranking, ...unpaired }).not.toHaveProperty('mask_history');
  });

  it('keep commas out of names, and find rows in another folder', () => {
    const files = { train: ['data/train.jsonl'] };
    expect(llamaFactoryDatasetInfo('sharegpt', { name: 'a,b c', files })).toMatchObject({
      a_b_c_train: { file_name: '../data/train.jsonl' },
    });
  });
});

describe('the formats for writeDataset', () => {
  it('make the rows of their functions', () => {
    expect(llamaFactoryShareGPTFormat().toRows([right, revised, unsolved])).toHaveLength(2);
    expect(llamaFactoryAlpacaFormat({ train: 'last-turn' }).toRows([unsolved])).toHaveLength(1);
    const other = conversationOf(['mismatch'], { sample: 1 });
    const samples = [conversationOf(['correct'], { sample: 0 }), other];
    expect(llamaFactoryRankingFormat().toRows(samples)).toMatchObject([
      { chosen: { from: 'gpt' }, rejected: { from: 'gpt' } },
    ]);
    expect(llamaFactoryUnpairedFormat().toRows([revised])).toMatchObject([
      { kto_tag: false },
      { kto_tag: true },
    ]);
  });

  it('name an unknown choice of what is trained before there are rows', () => {
    for (const make of [llamaFactoryShareGPTFormat, llamaFactoryAlpacaFormat]) {
      expect(() => make({ train: 'all' as 'every-turn' })).toThrow(TypeError);
    }
  });
});
