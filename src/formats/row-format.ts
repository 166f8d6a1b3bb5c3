import type { Conversation } from '../core/conversation.js';
import type { Columns } from './columns.js';
import type { RowChecks } from './validation/row-checks.js';

/** A file that a trainer needs beside the rows, such as a piece of its configuration. */
export interface CompanionFile {
  /** Its name; no folders. */
  readonly name: string;
  readonly text: string;
}

/** Where the rows of a format lie when its companion files are written. */
export interface RowFiles {
  /** The name under which the format was asked for, which is also that of its folder. */
  readonly name: string;
  /** The files of rows by split, relative to the folder of the dataset, with forward slashes. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/**
 * A format with its settings, as `writeDataset` takes it. It is a bundle of plain functions: make
 * your own in the same way.
 *
 * @typeParam Row - The rows, plain JSON objects.
 */
export interface RowFormat<Row extends object = object> {
  /** What it is called in messages and in the card, such as `TRL prompt-completion`. */
  readonly title: string;
  /** How to train with the rows: Markdown for the card, one or two sentences. */
  readonly training?: string | undefined;
  /**
   * Whether a row comes of one conversation, or of all samples of one task together.
   * @defaultValue 'conversation'
   */
  readonly takes?: 'conversation' | 'samples' | undefined;
  readonly columns: Columns;
  /**
   * Makes the rows of one conversation, or of all samples of one task.
   *
   * @throws NotRepresentableError for what the trainer would drop or train otherwise than asked.
   */
  toRows(conversations: readonly Conversation[]): readonly Row[];
  /** What rows of this format have to fulfil beyond the types of their columns. */
  readonly checks?: RowChecks<Row> | undefined;
  /** Makes the files that the trainer needs beside the rows. */
  companions?(rows: RowFiles): readonly CompanionFile[];
}
