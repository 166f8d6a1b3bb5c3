import type { TransformAttempt } from '../core/transformation.js';
import { CodeIOError } from './codeio-error.js';

/**
 * Thrown when a raw source file could not be turned into a function because a model call failed.
 * The attempts that were finished are kept. This is a failure of infrastructure: what is wrong with
 * the file or the answers is a `rejected` transformation, not an error.
 */
export class TransformError extends CodeIOError {
  override readonly name = 'TransformError';
  readonly code = 'transform-failed';
  /** The name of the file, when it has one. */
  readonly file: string | undefined;
  /** The finished attempts, possibly none. */
  readonly attempts: readonly TransformAttempt[];

  constructor(file: string | undefined, attempts: readonly TransformAttempt[], cause: unknown) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    const subject = file === undefined ? 'the transformation' : `the transformation of ${file}`;
    super(`attempt ${attempts.length + 1} at ${subject} failed: ${problem}`, { cause });
    this.file = file;
    this.attempts = attempts;
  }
}
