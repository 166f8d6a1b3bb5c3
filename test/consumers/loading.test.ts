import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as formats from '../../src/formats/index.js';
import { readHead } from '../formats/support/datasets.js';
import { python, runPython } from './support/run-python.js';
import { sampleConversations } from './support/sample-conversations.js';
import { writeTemporaryDataset } from './support/temporary-dataset.js';

/** Every factory of a format that the library exports, by the name under which it is written. */
const everyFormat = Object.fromEntries(
  Object.entries(formats)
    .filter(([name, value]) => name.endsWith('Format') && typeof value === 'function')
    .map(([name, make]) => [name, (make as () => formats.RowFormat)()]),
);

interface LoadedSplit {
  readonly features: object;
  readonly declared: number | null;
  readonly rows: readonly object[];
}

interface Loaded {
  readonly configs: Readonly<Record<string, Readonly<Record<string, LoadedSplit>>>>;
}

interface CardFeature {
  readonly name?: string;
  readonly dtype?: string;
  readonly list?: string | CardFeature | readonly CardFeature[];
  readonly struct?: readonly CardFeature[];
}

interface CardInfo {
  readonly config_name: string;
  readonly features: readonly CardFeature[];
  readonly splits: readonly { readonly name: string; readonly num_examples: number }[];
}

/** The features of a card as the library shows those that it has loaded. */
function asLoaded(features: readonly CardFeature[]): object {
  return Object.fromEntries(features.map((feature) => [feature.name, typeOf(feature)]));
}

function typeOf({ dtype, list, struct }: CardFeature): object {
  if (list !== undefined) return { feature: typeOfItems(list), _type: 'List' };
  return struct === undefined ? { dtype, _type: 'Value' } : asLoaded(struct);
}

function typeOfItems(list: NonNullable<CardFeature['list']>): object {
  if (typeof list === 'string') return typeOf({ dtype: list });
  return 'map' in list ? asLoaded(list) : typeOf(list);
}

/** A field that is null and one that is not there are the same to the library. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]));
}

describe.skipIf(python === undefined)('a written dataset in the `datasets` library', () => {
  it.each([
    ['Parquet', { parquet: true, jsonl: true }],
    ['JSON lines', { parquet: false, jsonl: true }],
  ])(
    'is loaded as it was written, with the types of the card, from %s',
    async (_kind, kinds) => {
      const options = { ...kinds, splits: { test: 0.4 }, allowFindings: true, rowsPerShard: 3 };
      await using dataset = await writeTemporaryDataset(sampleConversations, everyFormat, options);
      const { directory, configs: written } = dataset;
      const loaded = await runPython<Loaded>('load_dataset.py', { directory });
      const head = readHead(await readFile(join(directory, 'README.md'), 'utf8'));
      const info = head.dataset_info as unknown as readonly CardInfo[];

      expect(info.map(({ config_name: name }) => name)).toEqual(Object.keys(everyFormat));
      for (const { config_name: name, features, splits } of info) {
        const config = loaded.configs[name] ?? {};
        expect(Object.keys(config).sort()).toEqual(splits.map((split) => split.name).sort());
        for (const { name: split, num_examples: count } of splits) {
          const files = written[name]?.splits[split as 'train' | 'test']?.files ?? [];
          const rows: object[] = [];
          for (const { path, kind } of files) {
            if (kind !== 'jsonl') continue;
            const text = await readFile(join(directory, path), 'utf8');
            rows.push(
              ...text
                .trimEnd()
                .split('\n')
                .map((line) => JSON.parse(line)),
            );
          }
          expect(config[split]?.features, name).toEqual(asLoaded(features));
          expect(config[split]?.declared).toBe(count);
          expect(rows).toHaveLength(count);
          expect(withoutNulls(config[split]?.rows), name).toEqual(withoutNulls(rows));
        }
      }
      expect(loaded.warnings).toEqual([]);
    },
    300_000,
  );
});
