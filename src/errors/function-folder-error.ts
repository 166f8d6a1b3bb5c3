import { CodeIOError } from './codeio-error.js';

/** Thrown when a folder does not hold a readable function; names the folder and what is wrong. */
export class FunctionFolderError extends CodeIOError {
  override readonly name = 'FunctionFolderError';
  readonly code = 'function-folder';
  readonly folder: string;

  constructor(folder: string, problem: string, options?: ErrorOptions) {
    super(`${folder}: ${problem}`, options);
    this.folder = folder;
  }
}
