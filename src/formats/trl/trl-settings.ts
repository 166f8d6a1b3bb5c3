import { stringify } from 'yaml';
import { fileKind, filesOfSplit } from '../files-of-split.js';
import type { CompanionFile, RowFiles } from '../row-format.js';

/** Settings of TRL that rows need in order to be trained as they are meant. */
export interface TrlSettings {
  /** True: all answers are trained, and nothing else (`SFTConfig`). */
  readonly assistant_only_loss?: boolean;
  /** True: the completion is trained, and nothing else (`SFTConfig`). */
  readonly completion_only_loss?: boolean;
  /** The functions that score answers, by module and name. */
  readonly reward_funcs?: readonly string[];
}

/**
 * Makes the file `training.yaml` for TRL's command line, with the settings and the files of the
 * split `train`; a list of files there has no other split.
 *
 * @param command - What is run, such as `sft`.
 */
export function trlCompanion(
  command: 'sft' | 'grpo',
  settings: TrlSettings,
  rows: RowFiles,
): CompanionFile {
  const files = filesOfSplit(rows, 'train');
  const datasets = files.length === 0 ? [] : [datasetOf(files)];
  const explanation = `# Belongs into the configuration of TRL. Start the training in this folder, as in
#   trl ${command} --config training.yaml --model_name_or_path <model>
# or name the paths as seen from where you start it.
# ${lengthNotes[command]}
`;
  return { name: 'training.yaml', text: explanation + stringify({ ...settings, datasets }) };
}

const lengthNotes = {
  sft: 'Choose max_length with care: longer rows are cut without a word.',
  grpo: 'Choose max_completion_length with care: an answer that is cut counts as a wrong one.',
} as const;

function datasetOf(files: readonly string[]): object {
  return { path: fileKind(files[0] ?? ''), data_files: files, split: 'train' };
}
