import { CodeIOError } from './codeio-error.js';

/** Thrown when a conversation has no true representation in a format. */
export class NotRepresentableError extends CodeIOError {
  override readonly name = 'NotRepresentableError';
  readonly code = 'not-representable';
  /** The format that was asked for. */
  readonly format: string;

  constructor(format: string, problem: string) {
    super(`cannot be written as ${format}: ${problem}`);
    this.format = format;
  }
}
