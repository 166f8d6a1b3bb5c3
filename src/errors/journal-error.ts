import { CodeIOError } from './codeio-error.js';

/**
 * Thrown when a journal cannot be read or written. What had been acknowledged before is on disk and
 * stays there; a file that cannot be read is not changed.
 */
export class JournalError extends CodeIOError {
  override readonly name: string = 'JournalError';
  readonly code: 'journal' | 'journal-locked' = 'journal';
  readonly file: string;
  /** The line in question, counted from 1, where it is one. */
  readonly line?: number | undefined;

  constructor(
    file: string,
    problem: string,
    details: ErrorOptions & { readonly line?: number | undefined } = {},
  ) {
    const { line, ...options } = details;
    super(`${file}${line === undefined ? '' : `:${line}`}: ${problem}`, options);
    this.file = file;
    this.line = line;
  }
}
