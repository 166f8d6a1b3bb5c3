import { basename, join, resolve } from 'node:path';
import type { Conversation } from '../../core/conversation.js';
import { DatasetWriteError } from '../../errors/dataset-write-error.js';
import { type Items, requireItems } from '../../values/items.js';
import type { RowFormat } from '../row-format.js';
import { createSampleGrouper } from '../samples/sample-grouper.js';
import { type ConfigWriter, createConfigWriter } from './config-writer.js';
import { datasetCard } from './dataset-card.js';
import { collectFacts, type DatasetFacts } from './dataset-facts.js';
import { type DraftDirectory, openDraft } from './draft-directory.js';
import { writeDurably } from './durable-files.js';
import { readUntilAborted } from './read-until-aborted.js';
import {
  readWriteSettings,
  requireFormats,
  type WriteDatasetOptions,
  type WriteProgress,
  type WriteSettings,
} from './write-dataset-options.js';
import type { WrittenConfig, WrittenDataset } from './written-dataset.js';

const progressEvery = 1000;

/**
 * Writes conversations as a dataset: for every format a folder of Parquet files and JSON lines,
 * split by function, and a card with which `datasets.load_dataset(directory, name)` loads every
 * format with its declared types. Streams with back-pressure: memory holds one row group of each
 * format and side, however many rows there are.
 *
 * Everything is written into a draft beside `directory`, synced to disk, and put in its place at
 * the end by renaming: after a crash the directory holds the former dataset or the new one, never
 * half of one. A crash between the two renames leaves the former one beside it, under
 * `<directory>.<id>.former`, and the next call puts it back. The same call again makes the same
 * bytes.
 *
 * What a format refuses is left out and counted by reason. Rows are checked as they are written;
 * when there are errors nothing is replaced, unless `allowFindings` is set.
 *
 * @param conversations - Conversations, as they come; read once.
 * @throws TypeError naming an option that is not as expected, at once.
 * @throws DatasetWriteError when the directory may not be replaced, and for rows with errors.
 *
 * @example
 * ```ts
 * await writeDataset(run, {
 *   directory: 'output/dataset',
 *   formats: { sft: trlPromptCompletionFormat(), codeio: codeIOFormat() },
 *   splits: { test: 0.1 },
 *   card: { name: 'Everyday code', license: 'odc-by' },
 * });
 * ```
 */
export async function writeDataset<Rows extends Readonly<Record<string, object>>>(
  conversations: Items<Conversation>,
  options: WriteDatasetOptions<Rows>,
): Promise<WrittenDataset> {
  requireItems('conversations', conversations);
  const settings = readWriteSettings(options);
  const { directory, formats, signal } = options;
  requireFormats(formats);
  signal?.throwIfAborted();
  const draft = await openDraft(directory, settings);
  const writers: ConfigWriter[] = [];
  try {
    for (const name in formats) {
      const common = { ...settings, directory: draft.path };
      writers.push(createConfigWriter(name, formats[name], common));
    }
    const facts = await writeRows(
      readUntilAborted(conversations, signal),
      writers,
      options,
      settings,
    );
    const configs: WrittenConfig[] = [];
    for (const writer of writers) configs.push(await writer.finish());
    requireRows(directory, configs, settings);
    const written = {
      directory,
      configs: Object.fromEntries(configs.map((c) => [c.name, c])),
      facts,
    };
    await writeCard(draft, written, formats, settings);
    signal?.throwIfAborted();
    await draft.publish();
    return written;
  } finally {
    for (const writer of writers) await writer.close();
    await draft.dispose();
  }
}

async function writeRows(
  conversations: AsyncIterable<Conversation>,
  writers: readonly ConfigWriter[],
  { onProgress }: { readonly onProgress?: ((progress: WriteProgress) => void) | undefined },
  { splitOf, samples }: WriteSettings,
): Promise<DatasetFacts> {
  const single = writers.filter(({ takes }) => takes === 'conversation');
  const grouped = writers.filter(({ takes }) => takes === 'samples');
  const grouper = createSampleGrouper(samples);
  const facts = collectFacts();
  let read = 0;
  let rows = 0;

  const writeGroup = async (group: readonly Conversation[]): Promise<void> => {
    const [first] = group;
    if (first === undefined) return;
    for (const writer of grouped) rows += await writer.add(group, splitOf(first));
  };
  for await (const conversation of conversations) {
    const split = splitOf(conversation);
    facts.add(conversation, split);
    for (const writer of single) rows += await writer.add([conversation], split);
    if (grouped.length > 0) await writeGroup(grouper.add(conversation) ?? []);
    read++;
    if (read % progressEvery === 0) onProgress?.({ conversations: read, rows });
  }
  for (const group of grouper.rest()) await writeGroup(group);
  onProgress?.({ conversations: read, rows });
  return facts.read();
}

/** Refuses to replace anything by a dataset that is empty or that trainers would stumble over. */
function requireRows(
  directory: string,
  configs: readonly WrittenConfig[],
  { allowFindings }: WriteSettings,
): void {
  const reports = configs.flatMap(({ splits }) =>
    Object.values(splits).map(({ report }) => report),
  );
  const findings = reports.flatMap((report) =>
    report.findings.filter(({ severity }) => severity === 'error'),
  );
  const errors = reports.reduce((sum, report) => sum + report.errors, 0);
  if (errors > 0 && !allowFindings) {
    const [first] = findings;
    const place = [first?.file, first?.row && `row ${first.row}`, first?.field].filter(Boolean);
    const shown = first === undefined ? '' : `, the first: ${place.join(', ')}: ${first.problem}`;
    const message = `not written, its rows have ${errors} errors${shown}`;
    throw new DatasetWriteError(directory, 'invalid-rows', message, { findings });
  }
  if (configs.every(({ rows }) => rows === 0)) {
    const reasons = configs.flatMap(({ skipped }) => skipped.map(({ name }) => name));
    const message = `not written, no format made a row${reasons[0] ? ` (${reasons[0]})` : ''}`;
    throw new DatasetWriteError(directory, 'no-rows', message);
  }
}

async function writeCard(
  draft: DraftDirectory,
  { directory, configs, facts }: WrittenDataset,
  formats: Readonly<Record<string, Pick<RowFormat, 'columns' | 'training'>>>,
  { card, splits }: WriteSettings,
): Promise<void> {
  if (card === false) return;
  const cardConfigs = Object.values(configs).map((config) => ({
    ...config,
    columns: formats[config.name]?.columns ?? {},
    training: formats[config.name]?.training,
  }));
  const cardFacts = {
    directory: basename(resolve(directory)),
    configs: cardConfigs,
    conversations: facts,
    splits,
  };
  await writeDurably(join(draft.path, 'README.md'), datasetCard(cardFacts, card));
}
