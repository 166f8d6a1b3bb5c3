import { stringify } from 'yaml';
import { fileKind, filesOfSplit } from '../files-of-split.js';
import type { CompanionFile, RowFiles } from '../row-format.js';

/** How Axolotl reads rows: what its entry of a dataset needs besides the file. */
export type AxolotlDatasetSettings = { readonly type: string } & Readonly<
  Record<string, string | readonly string[] | Readonly<Record<string, string>>>
>;

const explanation = `# Belongs into the configuration of Axolotl. Start the training in this folder, or name the paths
# as seen from where you start it. Choose sequence_len with care: longer rows are dropped or cut.
`;

/**
 * Makes the file `training.yaml` for Axolotl, with an entry for every file of rows: those of the
 * split `train` as `datasets`, those of `validation` as `test_datasets`.
 *
 * @param dataset - What all entries have.
 * @param settings - What the training needs besides, such as `rl`.
 */
export function axolotlCompanion(
  dataset: AxolotlDatasetSettings,
  settings: Readonly<Record<string, string | boolean>>,
  rows: RowFiles,
): CompanionFile {
  const entries = (split: string): readonly object[] =>
    // A file that is loaded by itself is the split `train` to the loader, whatever its name.
    filesOfSplit(rows, split).map((file) => {
      return { path: file, ds_type: fileKind(file), split: 'train', ...dataset };
    });
  const validation = entries('validation');
  const text = stringify(
    {
      ...settings,
      datasets: entries('train'),
      ...(validation.length === 0 ? {} : { test_datasets: validation }),
    },
    { aliasDuplicateObjects: false },
  );
  return { name: 'training.yaml', text: explanation + text };
}

/** How messages are named in rows; the defaults of Axolotl have changed over time. */
export const messageFields = {
  field_messages: 'messages',
  message_property_mappings: { role: 'role', content: 'content' },
} as const;
