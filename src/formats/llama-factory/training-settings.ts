import { stringify } from 'yaml';
import type { CompanionFile, RowFiles } from '../row-format.js';
import type { TrainedTurns } from '../trained-turns.js';
import {
  type LlamaFactoryKind,
  llamaFactoryDatasetInfo,
  llamaFactoryNames,
} from './dataset-info.js';
import { masksHistory } from './trained-chat.js';

/** What rows need of a training configuration of LLaMA-Factory to be trained as they are meant. */
export interface LlamaFactorySettings {
  readonly stage: 'sft' | 'dpo' | 'kto';
  /** The folder of `dataset_info.json`, as seen from where the training is started. */
  readonly dataset_dir: string;
  /** The datasets of the split `train`, joined by commas. */
  readonly dataset: string;
  /** Those of the split `validation`; absent when there is none. */
  readonly eval_dataset?: string;
  /** True: the last answer of a row is trained, and no other. False: every answer is. */
  readonly mask_history?: boolean;
  /** It would train the wrong answers and their feedback, and does not go with `mask_history`. */
  readonly train_on_prompt?: false;
}

const stages = { sharegpt: 'sft', alpaca: 'sft', ranking: 'dpo', unpaired: 'kto' } as const;

/**
 * Makes the settings that belong into the training configuration (LLaMA-Factory's
 * `hparams/data_args.py`). They hold for all datasets of a training: with `mask_history: true` a
 * row of a revised conversation trains its last answer alone, and so do the rows of any other
 * dataset that is mixed in.
 *
 * @param train - What is trained; of no meaning to preference and KTO rows.
 */
export function llamaFactorySettings(
  kind: LlamaFactoryKind,
  rows: RowFiles,
  train?: TrainedTurns,
): LlamaFactorySettings {
  const validation = llamaFactoryNames(rows, 'validation').join(',');
  const isSupervised = stages[kind] === 'sft';
  return {
    stage: stages[kind],
    dataset_dir: '.',
    dataset: llamaFactoryNames(rows, 'train').join(','),
    ...(validation === '' ? {} : { eval_dataset: validation }),
    ...(isSupervised ? { mask_history: masksHistory(train), train_on_prompt: false } : {}),
  };
}

const explanation = `# Belongs into the training configuration of LLaMA-Factory. Set dataset_dir to the path of this
# folder, as seen from where the training is started. Choose cutoff_len with care: longer rows
# are cut without a word.
`;

/** Makes the files that LLaMA-Factory needs beside the rows: `dataset_info.json` and the settings. */
export function llamaFactoryCompanions(
  kind: LlamaFactoryKind,
  rows: RowFiles,
  train?: TrainedTurns,
): readonly CompanionFile[] {
  const info = JSON.stringify(llamaFactoryDatasetInfo(kind, rows), null, 2);
  const settings = stringify(llamaFactorySettings(kind, rows, train));
  return [
    { name: 'dataset_info.json', text: `${info}\n` },
    { name: 'training.yaml', text: explanation + settings },
  ];
}
