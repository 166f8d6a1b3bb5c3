import { CodeIOError } from './codeio-error.js';

/** Thrown when a text is not JSON. */
export class JsonSyntaxError extends CodeIOError {
  override readonly name = 'JsonSyntaxError';
  readonly code = 'json-syntax';
  /** Where in the text reading failed, counted in UTF-16 units from 0. */
  readonly position: number;

  constructor(problem: string, position: number) {
    super(`${problem} at position ${position}`);
    this.position = position;
  }
}
