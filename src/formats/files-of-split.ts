import type { RowFiles } from './row-format.js';

/** Lists the files of a split as seen from the folder of the format, where its companions lie. */
export function filesOfSplit({ name, files }: RowFiles, split: string): readonly string[] {
  const folder = `${name}/`;
  return (files[split] ?? []).map((file) =>
    file.startsWith(folder) ? file.slice(folder.length) : `../${file}`,
  );
}

/** Names the kind of a file of rows as the `datasets` library calls it. */
export function fileKind(file: string): 'parquet' | 'json' {
  return file.endsWith('.parquet') ? 'parquet' : 'json';
}
