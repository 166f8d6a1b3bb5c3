import type { Conversation } from '../../core/conversation.js';
import { createSplitter, type Split } from '../../curation/choose-split.js';
import type { SplitByFunctionOptions } from '../../curation/split-by-function.js';
import { optionError } from '../../errors/option-error.js';
import { requireInteger } from '../../errors/require-integer.js';
import type { RowFormat } from '../row-format.js';
import { readSettings, type ValidationSettings } from '../validation/validation-settings.js';
import { type CardOptions, requireCardOptions } from './card-options.js';
import type { CardFacts } from './dataset-card.js';
import type { FileKind, ShardLimits } from './shard-writer.js';

/** How far writing has come. */
export interface WriteProgress {
  /** Conversations that were read. */
  readonly conversations: number;
  /** Rows that were written, of all formats. */
  readonly rows: number;
}

/** Options of {@link writeDataset}. */
export interface WriteDatasetOptions<Rows extends Readonly<Record<string, object>>> {
  /** Where the dataset goes; missing folders are made. */
  readonly directory: string;
  /** The formats by the names of their folders and configurations. The first is the default one. */
  readonly formats: { readonly [Name in keyof Rows]: RowFormat<Rows[Name]> };
  /**
   * How large the sides are and what decides them. A conversation goes where its function goes.
   * @defaultValue { test: 0.05, validation: 0, seed: 0 }
   */
  readonly splits?: SplitByFunctionOptions<Conversation> | undefined;
  /**
   * Whether Parquet files are written. Where there are some, the card points to them.
   * @defaultValue true
   */
  readonly parquet?: boolean | undefined;
  /**
   * Whether files of JSON lines are written, which hold the rows just as the format made them.
   * @defaultValue true
   */
  readonly jsonl?: boolean | undefined;
  /**
   * What the card says beyond the numbers; `false` writes none.
   * @defaultValue a card of numbers alone
   */
  readonly card?: CardOptions | false | undefined;
  /**
   * The size of files in bytes, before compression: that of the JSON lines or, without them, that
   * in memory. A row that would take a file over it begins the next.
   * @defaultValue 500,000,000
   */
  readonly shardBytes?: number | undefined;
  /**
   * The most rows in a file.
   * @defaultValue no limit
   */
  readonly rowsPerShard?: number | undefined;
  /**
   * How many samples of a task there are, for formats that take them together: with it a group is
   * written as soon as it is complete, without it all conversations are held until the end.
   */
  readonly samples?: number | undefined;
  /** Limits on rows, such as `maxTokens` with `countTokens`. */
  readonly validation?: Omit<ValidationSettings, 'file'> | undefined;
  /**
   * Whether rows with errors are written, too. A row of which a value has another type than its
   * column can never be: it is skipped.
   * @defaultValue false
   */
  readonly allowFindings?: boolean | undefined;
  /**
   * Whether a dataset is replaced whose card or other small files were changed by hand, or whose
   * other files have another size. One that is as it was written is replaced in any case, and
   * files that are not of a dataset written here never are.
   * @defaultValue false
   */
  readonly overwrite?: boolean | undefined;
  /** Ends the writing; the directory stays as it was. */
  readonly signal?: AbortSignal | undefined;
  /** Called after every 1,000 conversations and at the end. */
  readonly onProgress?: ((progress: WriteProgress) => void) | undefined;
}

/** Options with their defaults. */
export interface WriteSettings extends ShardLimits {
  readonly kinds: readonly FileKind[];
  readonly card: CardOptions | false;
  readonly splits: CardFacts['splits'];
  readonly splitOf: (conversation: Conversation) => Split;
  readonly validation: Omit<ValidationSettings, 'file'>;
  readonly samples: number | undefined;
  readonly allowFindings: boolean;
  readonly overwrite: boolean;
}

const megabyte = 1_000_000;

/** Checks all options but `formats` and fills in the defaults. */
export function readWriteSettings(
  options: Omit<WriteDatasetOptions<Record<string, object>>, 'formats'>,
): WriteSettings {
  const { directory, samples, card = {}, splits = {} } = options;
  const { parquet = true, jsonl = true, allowFindings = false, overwrite = false } = options;
  if (typeof directory !== 'string' || directory.trim() === '') {
    throw optionError('directory', 'a path', directory);
  }
  const switches = { parquet, jsonl, allowFindings, overwrite };
  for (const [option, value] of Object.entries(switches)) {
    if (typeof value !== 'boolean') throw optionError(option, 'true or false', value);
  }
  if (!parquet && !jsonl) throw optionError('jsonl', 'true when parquet is false', jsonl);
  if (card !== false) requireCardOptions(card);
  if (samples !== undefined) requireInteger('samples', samples, 1);
  readSettings({ ...options.validation, columns: {} });
  const { test = 0.05, validation = 0, seed = 0 } = splits;
  const choose = createSplitter({ test, validation, seed });
  const keyOf = splits.keyOf ?? (({ task }: Conversation) => task.function.id);
  return {
    kinds: [...(parquet ? (['parquet'] as const) : []), ...(jsonl ? (['jsonl'] as const) : [])],
    card,
    splits: { test, validation, seed },
    splitOf: (conversation) => choose(keyOf(conversation)),
    validation: options.validation ?? {},
    shardBytes: requireInteger('shardBytes', options.shardBytes ?? 500 * megabyte, 1),
    rowsPerShard:
      options.rowsPerShard === undefined
        ? Number.POSITIVE_INFINITY
        : requireInteger('rowsPerShard', options.rowsPerShard, 1),
    samples,
    allowFindings,
    overwrite,
  };
}

/**
 * Checks formats and their names, which become folders.
 *
 * @throws TypeError for none at all, a name that is no plain one, or two that differ in case alone.
 */
export function requireFormats(formats: Readonly<Record<string, unknown>>): void {
  if (typeof formats !== 'object' || formats === null || Object.keys(formats).length === 0) {
    throw optionError('formats', 'an object with at least one format', formats);
  }
  const taken = new Set<string>(['readme.md']);
  for (const [name, format] of Object.entries(formats)) {
    requireFormat(name, format);
    if (!/^[A-Za-z0-9]([\w.-]*\w)?$/.test(name) || name.length > 100) {
      const expected =
        'names of letters, digits, `_`, `-` and `.`, which begin with a letter or digit';
      throw optionError('formats', expected, name);
    }
    if (taken.has(name.toLowerCase())) throw optionError('formats', 'names that are free', name);
    taken.add(name.toLowerCase());
  }
}

function requireFormat(name: string, format: unknown): void {
  if (typeof format === 'object' && format !== null && 'columns' in format && 'toRows' in format) {
    if (typeof format.toRows === 'function') return;
  }
  throw optionError(`formats.${name}`, 'a format with `columns` and `toRows`', format);
}
