/** Something about rows that a trainer refuses, drops or trains otherwise than meant. */
export interface Finding {
  /** An `error` loses rows or fails the training; a `warning` is for a person to judge. */
  readonly severity: 'error' | 'warning';
  /** The name of the rule, such as `last-role`, for counting and for tests. */
  readonly rule: string;
  /** The file, when the rows came from one. */
  readonly file?: string | undefined;
  /** The row, counted from 1; absent when it is about all rows. */
  readonly row?: number | undefined;
  /** The field, as a path such as `messages[2].weight`. */
  readonly field?: string | undefined;
  /** What is wrong, what was expected and what came. */
  readonly problem: string;
}
