/** What can be wrong with code that should be a pure function, or draw its inputs. */
export type CodeProblemKind =
  | 'syntax'
  | 'entrypoint-missing'
  | 'parameters-differ'
  /** A variable of the input that nothing reads, so that it cannot be told from the output. */
  | 'unused-parameter'
  | 'clock'
  | 'randomness'
  /** An input generator without randomness. */
  | 'not-random'
  | 'output'
  | 'input-output'
  | 'network'
  | 'import'
  /** Code that comes into being as it runs, or that hides which names it uses. */
  | 'hidden-code'
  /** A variable outside of functions that a function changes, so that one call may see the one before. */
  | 'module-state'
  | 'unknown-name';

/** One thing that is wrong with code, as far as its text shows. */
export interface CodeProblem {
  readonly kind: CodeProblemKind;
  /**
   * One sentence for a person or a model: what is wrong, and where, such as
   * `The code reads the clock: Date.now() in line 3.`
   */
  readonly message: string;
  /** The line of the source, counted from 1. */
  readonly line?: number | undefined;
}
