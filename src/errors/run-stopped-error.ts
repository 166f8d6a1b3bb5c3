import { CodeIOError } from './codeio-error.js';

/**
 * Thrown when a run gave up because nearly all of its calls failed. Everything that was finished is
 * in the journal; run again to go on.
 */
export class RunStoppedError extends CodeIOError {
  override readonly name = 'RunStoppedError';
  readonly code = 'run-stopped';

  constructor(problem: string, options?: ErrorOptions) {
    super(`the run was stopped because ${problem}`, options);
  }
}
