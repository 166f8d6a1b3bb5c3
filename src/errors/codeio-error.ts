const brand = Symbol.for('codeio.error');

/** The machine-readable kind of an error of this library. */
export type CodeIOErrorCode =
  | 'budget-exceeded'
  | 'cache-miss'
  | 'data-file'
  | 'dataset-write'
  | 'function-folder'
  | 'journal'
  | 'journal-locked'
  | 'journal-mismatch'
  | 'json-syntax'
  | 'model-call-failed'
  | 'not-representable'
  | 'prediction-failed'
  | 'revision-failed'
  | 'run-stopped'
  | 'sandbox-closed'
  | 'sandbox-start'
  | 'transform-failed';

/**
 * The base of all errors that this library throws for reasons other than misuse (misuse is a
 * `TypeError`). Recognise them with {@link CodeIOError.isInstance}, which also works across two
 * copies of the package.
 */
export abstract class CodeIOError extends Error {
  /** Tells the kinds of errors apart. */
  abstract readonly code: CodeIOErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, brand, { value: true });
  }

  /** Says whether `error` is an error of this library, from whichever copy of it. */
  static isInstance(error: unknown): error is CodeIOError {
    return typeof error === 'object' && error !== null && brand in error;
  }
}
