import type { Finding } from '../core/finding.js';
import { CodeIOError } from './codeio-error.js';

/**
 * Why a dataset was not written.
 *
 * - `in-use`: another process, or another call of this one, writes to the same directory.
 * - `other-files`: the directory holds files that are not of a dataset written here.
 * - `changed-files`: files of the dataset in it were changed since they were written.
 * - `invalid-rows`: rows have errors that their trainer would stumble over.
 * - `no-rows`: no format made any row.
 */
export type DatasetWriteProblem =
  | 'in-use'
  | 'other-files'
  | 'changed-files'
  | 'invalid-rows'
  | 'no-rows';

/** Thrown when a dataset cannot be written. The directory is as it was. */
export class DatasetWriteError extends CodeIOError {
  override readonly name = 'DatasetWriteError';
  readonly code = 'dataset-write';
  readonly directory: string;
  readonly problem: DatasetWriteProblem;
  /** The errors of rows; empty when it is about something else. */
  readonly findings: readonly Finding[];

  constructor(
    directory: string,
    problem: DatasetWriteProblem,
    message: string,
    details: ErrorOptions & { readonly findings?: readonly Finding[] | undefined } = {},
  ) {
    const { findings = [], ...options } = details;
    super(`${directory}: ${message}`, options);
    this.directory = directory;
    this.problem = problem;
    this.findings = findings;
  }
}
