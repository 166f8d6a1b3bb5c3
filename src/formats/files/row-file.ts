import type { TypedRow } from './fit-row.js';

/** A row in the forms that files of rows need. */
export interface PreparedRow {
  /** Its JSON, with the line feed; empty when no JSON lines are written. */
  readonly line: string;
  readonly typed: TypedRow;
  /** The size of `typed` in memory. */
  readonly typedBytes: number;
}

/** A file of rows that is being written. */
export interface RowFile {
  /** Takes a row; what it returns is awaited before the next. */
  add(row: PreparedRow): Promise<void> | undefined;
  /**
   * Writes what is left and waits until it is on disk.
   *
   * @returns The size of the file in bytes.
   */
  finish(): Promise<number>;
  /** Lets go of the file, whatever is in it. Does nothing once it is finished. */
  close(): Promise<void>;
}
