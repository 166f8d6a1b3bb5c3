import { stringify } from 'yaml';
import type { Columns } from '../columns.js';
import { cardFeatures } from './card-features.js';
import type { CardOptions } from './card-options.js';
import type { DatasetFile, WrittenConfig, WrittenSplit } from './written-dataset.js';

/** A written format with its columns, as the card describes it. */
export interface CardConfig extends WrittenConfig {
  readonly columns: Columns;
  /** How to train with its rows, as the format tells. */
  readonly training?: string | undefined;
}

/** The sizes that the Hugging Face Hub tells apart, by the rows from which they hold. */
const sizeCategories: readonly (readonly [number, string])[] = [
  [1e12, 'n>1T'],
  [1e11, '100B<n<1T'],
  [1e10, '10B<n<100B'],
  [1e9, '1B<n<10B'],
  [1e8, '100M<n<1B'],
  [1e7, '10M<n<100M'],
  [1e6, '1M<n<10M'],
  [1e5, '100K<n<1M'],
  [1e4, '10K<n<100K'],
  [1e3, '1K<n<10K'],
];

/**
 * Writes the head of a dataset card: what programs read (Hugging Face Hub documentation, "Dataset
 * Cards" and "Data files Configuration").
 *
 * @param configs - Those that have rows.
 */
export function cardFrontMatter(configs: readonly CardConfig[], options: CardOptions): string {
  const { license, language } = options;
  const most = Math.max(0, ...configs.map(({ rows }) => rows));
  const head = {
    ...licenseFields(license),
    ...(language === undefined ? {} : { language: [language].flat() }),
    pretty_name: options.name,
    size_categories: [sizeCategories.find(([rows]) => most >= rows)?.[1] ?? 'n<1K'],
    task_categories: options.taskCategories ?? ['text-generation'],
    tags: options.tags ?? ['code', 'reasoning', 'synthetic'],
    configs: configs.map((config, index) => ({
      config_name: config.name,
      ...(index === 0 ? { default: true } : {}),
      data_files: splitsOf(config).map(([split, written]) => ({
        split,
        path: loadedPattern(config.name, split, written),
      })),
    })),
    dataset_info: configs.map((config) => {
      const splits = splitsOf(config);
      return {
        config_name: config.name,
        features: cardFeatures(config.columns),
        splits: splits.map(([name, { memoryBytes, rows }]) => ({
          name,
          num_bytes: memoryBytes,
          num_examples: rows,
        })),
        download_size: sum(splits.flatMap(([, split]) => loadedFiles(split)).map(bytesOf)),
        dataset_size: sum(splits.map(([, { memoryBytes }]) => memoryBytes)),
      };
    }),
  };
  // Its readers go by YAML 1.1, in which `no` and `12:30` are no texts.
  return `---\n${stringify(head, { version: '1.1', lineWidth: 0 })}---\n`;
}

/**
 * The files that the card points to. A card has one kind for all formats, since `datasets` takes
 * the reader of the first for all of them; so that nothing is read twice, it is one of both.
 */
export function loadedFiles({ files }: WrittenSplit): readonly DatasetFile[] {
  const parquet = files.filter(({ kind }) => kind === 'parquet');
  return parquet.length > 0 ? parquet : files;
}

/** The sides of a format that have rows. */
export function splitsOf(config: WrittenConfig): readonly (readonly [string, WrittenSplit])[] {
  return Object.entries(config.splits).filter(([, { rows }]) => rows > 0);
}

function loadedPattern(name: string, split: string, written: WrittenSplit): string {
  return `${name}/${split}-*.${loadedFiles(written)[0]?.kind ?? 'parquet'}`;
}

function licenseFields(license: CardOptions['license']): Readonly<Record<string, unknown>> {
  if (license === undefined) return {};
  if (typeof license === 'object' && 'name' in license) {
    return { license: 'other', license_name: license.name, license_link: license.link };
  }
  return { license };
}

function bytesOf({ bytes }: DatasetFile): number {
  return bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
