import { parse } from 'yaml';
import type { RowFiles, RowFormat } from '../../../../src/formats/row-format.js';

/** An entry of a dataset in the configuration of Axolotl. */
export interface DatasetEntry {
  readonly path: string;
  readonly type: string;
  readonly message_field_training?: string | undefined;
  readonly roles_to_train?: readonly string[] | undefined;
  readonly train_on_eos?: string | undefined;
}

/** The configuration as far as the tests look at it. */
export interface Settings {
  readonly datasets: readonly DatasetEntry[];
  readonly test_datasets?: readonly DatasetEntry[];
}

/** Files of rows, of a format that was asked for as `sft`. */
const rowFiles: RowFiles = {
  name: 'sft',
  files: {
    train: ['sft/train-00000-of-00002.jsonl', 'sft/train-00001-of-00002.jsonl'],
    validation: ['sft/validation-00000-of-00001.parquet'],
    test: ['sft/test-00000-of-00001.jsonl'],
  },
};

/** Reads the configuration that a format writes beside its rows. */
export function readSettings(
  format: Pick<RowFormat, 'companions'>,
  files: RowFiles = rowFiles,
): Settings {
  const companions = format.companions?.(files) ?? [];
  return parse(companions.find(({ name }) => name === 'training.yaml')?.text ?? '') as Settings;
}
