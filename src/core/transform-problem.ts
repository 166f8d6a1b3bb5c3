import type { CodeProblemKind } from './code-problem.js';

/** What may be wrong with a function that a model made of a raw source file. */
export type TransformProblemKind =
  /** Parts of the answer are missing or cannot be read. */
  | 'unreadable'
  /** The model says that nothing can be made of the file. */
  | 'declined'
  | CodeProblemKind
  /** The problem statement is no question. */
  | 'no-question'
  /** The problem statement asks for a program. */
  | 'programming-assignment'
  /** A parameter is not named in the problem statement or in the description. */
  | 'variable-not-named'
  /** The problem statement gives away a value. */
  | 'value-given-away'
  /** The schema is none, or does not describe exactly the parameters. */
  | 'schema-invalid'
  /** The generator fails, or draws inputs that cannot be used. */
  | 'generator-unfit'
  /** The function fails, or what it returns cannot be used, for too many inputs. */
  | 'too-few-pairs'
  | 'trivial'
  /** The sandbox could not tell, repeatedly: not the model's mistake. */
  | 'sandbox-lost';

/** One thing that is wrong with a model's answer. */
export interface TransformProblem {
  readonly kind: TransformProblemKind;
  /** A sentence for the model, which gets it back, and for people. */
  readonly message: string;
}
