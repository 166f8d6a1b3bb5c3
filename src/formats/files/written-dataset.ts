import type { Split } from '../../curation/choose-split.js';
import type { ValidationReport } from '../validation/validation-report.js';
import type { DatasetFacts } from './dataset-facts.js';
import type { FileKind } from './shard-writer.js';
import type { Count } from './tally.js';

/** A file of rows, by its path in the dataset's directory, with forward slashes. */
export interface DatasetFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly bytes: number;
}

/** The rows of a format on one side. */
export interface WrittenSplit {
  readonly rows: number;
  /** The rows' size in memory as Arrow lays them out, without the marks for null. */
  readonly memoryBytes: number;
  readonly files: readonly DatasetFile[];
  /** What the check of the rows found. */
  readonly report: ValidationReport;
}

/** What was written of one format. */
export interface WrittenConfig {
  /** The name it was asked for under, which is that of its folder. */
  readonly name: string;
  /** The title of the format. */
  readonly format: string;
  readonly rows: number;
  /** The size of its files in bytes. */
  readonly bytes: number;
  /** The sides for which rows were made. */
  readonly splits: Readonly<Partial<Record<Split, WrittenSplit>>>;
  /** The paths of the companion files. */
  readonly companions: readonly string[];
  /**
   * Conversations (groups of samples where the format takes those) that the format refused, and
   * rows that no file can hold, by reason. The most frequent first.
   */
  readonly skipped: readonly Count[];
  /** Conversations, or groups of samples, of which the format made no row: nothing in them is to be trained. */
  readonly withoutRows: number;
}

/** What was written. */
export interface WrittenDataset {
  readonly directory: string;
  /** By the names of the formats. */
  readonly configs: Readonly<Record<string, WrittenConfig>>;
  /** The numbers of the card. */
  readonly facts: DatasetFacts;
}
