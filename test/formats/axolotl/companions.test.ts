import { describe, expect, it } from 'vitest';
import { axolotlChatFormat } from '../../../src/formats/axolotl/axolotl-chat-format.js';
import { axolotlPartsFormat } from '../../../src/formats/axolotl/axolotl-parts-format.js';
import { axolotlPreferenceFormat } from '../../../src/formats/axolotl/axolotl-preference-format.js';
import { axolotlUnpairedFormat } from '../../../src/formats/axolotl/axolotl-unpaired-format.js';
import { readSettings } from './support/read-settings.js';

const file = { path: 'train-00000-of-00002.jsonl', ds_type: 'json', split: 'train' };
const fields = {
  field_messages: 'messages',
  message_property_mappings: { role: 'role', content: 'content' },
};

describe('the configuration beside Axolotl rows', () => {
  it('makes the flags of messages count, and trains nothing without one', () => {
    const { datasets, ...settings } = readSettings(axolotlChatFormat());
    expect(datasets[0]).toEqual({
      ...file,
      type: 'chat_template',
      ...fields,
      message_field_training: 'train',
      roles_to_train: [],
      train_on_eos: 'turn',
    });
    expect(settings).toMatchObject({ train_on_inputs: false });
  });

  it('names every file of rows, those of the validation apart, and those of the test not', () => {
    for (const format of [axolotlChatFormat(), axolotlPartsFormat(), axolotlUnpairedFormat()]) {
      const settings = readSettings(format);
      expect(settings.datasets.map(({ path }) => path)).toEqual([
        'train-00000-of-00002.jsonl',
        'train-00001-of-00002.jsonl',
      ]);
      const path = 'validation-00000-of-00001.parquet';
      expect(settings.test_datasets).toMatchObject([{ path, ds_type: 'parquet', split: 'train' }]);
    }
    const trainOnly = { name: 'sft', files: { train: ['sft/train.jsonl'] } };
    expect(readSettings(axolotlChatFormat(), trainOnly)).not.toHaveProperty('test_datasets');
  });

  it('needs no field for the flags of parts', () => {
    expect(readSettings(axolotlPartsFormat()).datasets[0]).toEqual({
      ...file,
      type: 'chat_template',
      ...fields,
      roles_to_train: ['assistant'],
      train_on_eos: 'turn',
    });
  });

  it('names the type of preferences that takes several messages', () => {
    const settings = readSettings(axolotlPreferenceFormat());
    expect(settings).toMatchObject({ rl: 'dpo' });
    expect(settings.datasets[0]).toEqual({
      ...file,
      type: 'chat_template.default',
      ...fields,
      field_chosen: 'chosen',
      field_rejected: 'rejected',
    });
  });

  it('names the type of rated answers that knows the chat format of the model', () => {
    const settings = readSettings(axolotlUnpairedFormat());
    expect(settings).toMatchObject({ rl: 'kto', remove_unused_columns: false });
    expect(settings.datasets[0]).toEqual({ ...file, type: 'chatml.ultra' });
    const llama = readSettings(axolotlUnpairedFormat({ chatFormat: 'llama3' }));
    expect(llama.datasets[0]?.type).toBe('llama3.ultra');
    expect(() => axolotlUnpairedFormat({ chatFormat: 'phi' as 'llama3' })).toThrow(
      /chatFormat.*'chatml' or 'llama3'/,
    );
  });
});
