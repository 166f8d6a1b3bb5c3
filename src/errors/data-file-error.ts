import { CodeIOError } from './codeio-error.js';

/** Thrown when a line of a data file cannot be read; names file and line. */
export class DataFileError extends CodeIOError {
  override readonly name = 'DataFileError';
  readonly code = 'data-file';
  readonly file: string;
  /** The line, counted from 1. */
  readonly line: number;

  constructor(file: string, line: number, problem: string, options?: ErrorOptions) {
    super(`${file}:${line}: ${problem}`, options);
    this.file = file;
    this.line = line;
  }
}
