import { filesOfSplit } from '../files-of-split.js';
import type { RowFiles } from '../row-format.js';

/** The kinds of LLaMA-Factory datasets that are written here. */
export type LlamaFactoryKind = 'sharegpt' | 'alpaca' | 'ranking' | 'unpaired';

/** An entry of `dataset_info.json`, which is how LLaMA-Factory gets to know a file of rows. */
export interface LlamaFactoryDataset {
  /** The file, relative to the folder of `dataset_info.json`. */
  readonly file_name: string;
  readonly formatting: 'sharegpt' | 'alpaca';
  readonly ranking?: true;
  /** Which column of the file is which of LLaMA-Factory's; those left out would not be read. */
  readonly columns: Readonly<Record<string, string>>;
}

const chatColumns = { messages: 'conversations', system: 'system' };

const forms: Readonly<Record<LlamaFactoryKind, Omit<LlamaFactoryDataset, 'file_name'>>> = {
  sharegpt: { formatting: 'sharegpt', columns: chatColumns },
  alpaca: {
    formatting: 'alpaca',
    columns: {
      prompt: 'instruction',
      query: 'input',
      response: 'output',
      system: 'system',
      history: 'history',
    },
  },
  ranking: {
    formatting: 'sharegpt',
    ranking: true,
    columns: { ...chatColumns, chosen: 'chosen', rejected: 'rejected' },
  },
  unpaired: { formatting: 'sharegpt', columns: { ...chatColumns, kto_tag: 'kto_tag' } },
};

/**
 * Makes the entries of `dataset_info.json` for files of rows (LLaMA-Factory's `data/README.md`):
 * one for every file, because an entry takes a single file, named by {@link llamaFactoryNames}.
 * The paths are relative to the folder of the format, where `dataset_info.json` is to lie.
 *
 * @param kind - What the rows are.
 */
export function llamaFactoryDatasetInfo(
  kind: LlamaFactoryKind,
  rows: RowFiles,
): Readonly<Record<string, LlamaFactoryDataset>> {
  const entries = Object.keys(rows.files).flatMap((split) => {
    const names = llamaFactoryNames(rows, split);
    return filesOfSplit(rows, split).map((file, index): readonly [string, LlamaFactoryDataset] => {
      return [names[index] ?? '', { file_name: file, ...forms[kind] }];
    });
  });
  return Object.fromEntries(entries);
}

/**
 * Names the datasets of a split: format and split, with a number when there are several files.
 * LLaMA-Factory takes a comma for the end of a name, so that other characters become `_`.
 */
export function llamaFactoryNames({ name, files }: RowFiles, split: string): readonly string[] {
  const base = `${name}_${split}`.replace(/[^\w-]/g, '_');
  const all = files[split] ?? [];
  return all.length === 1 ? [base] : all.map((_, index) => `${base}_${index + 1}`);
}
