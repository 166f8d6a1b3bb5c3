import { CodeIOError } from './codeio-error.js';

/**
 * Thrown when a sandbox cannot be started at all, which says nothing about the program: the machine
 * may be out of threads or memory, or a bundler may have left out the interpreter, or the file that
 * the threads run.
 */
export class SandboxStartError extends CodeIOError {
  override readonly name = 'SandboxStartError';
  readonly code = 'sandbox-start';

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the sandbox cannot be started: ${reason}`, { cause });
  }
}
