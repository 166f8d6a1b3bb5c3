/** Tells of something wrong with a row. */
export type ReportProblem = (problem: {
  readonly rule: string;
  readonly field?: string | undefined;
  readonly problem: string;
  /** @defaultValue 'error' */
  readonly severity?: 'error' | 'warning' | undefined;
}) => void;

/** A look at all rows of a file together. */
export interface FileCheck<Row extends object = object> {
  /** Takes a row in which nothing else was wrong. */
  add(row: Row): void;
  /** Tells what is wrong with the rows so far; more may follow. */
  finish(report: ReportProblem): void;
}

/** What the rows of a format have to fulfil beyond the types of their columns. */
export interface RowChecks<Row extends object = object> {
  /** Looks at one row. The types of its columns are right when it is called. */
  check?(row: Row, report: ReportProblem): void;
  /** The texts of a row that together are what the trainer reads; for token counts. */
  texts?(row: Row): readonly string[];
  /** Begins a look at all rows of a file together. */
  createFileCheck?(): FileCheck<Row>;
  /** Rows that the trainer wants at least. */
  readonly minimumRows?: number | undefined;
}
