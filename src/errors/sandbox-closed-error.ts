import { CodeIOError } from './codeio-error.js';

/** Thrown by a sandbox that has been closed, also for calls that were still running. */
export class SandboxClosedError extends CodeIOError {
  override readonly name = 'SandboxClosedError';
  readonly code = 'sandbox-closed';

  constructor() {
    super('the sandbox has been closed');
  }
}
