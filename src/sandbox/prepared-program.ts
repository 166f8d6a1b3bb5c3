/** A program ready for an engine. */
export interface PreparedProgram {
  /** Code in the language of the engine. */
  readonly source: string;
  readonly entrypoint: string;
  /** JSON text of the parameter names, or `null`. */
  readonly parametersText: string;
}

/** What preparing came to: a program, or the syntax error that stands in the way. */
export type Preparation =
  | { readonly status: 'ready'; readonly program: PreparedProgram }
  | {
      readonly status: 'syntax-error';
      readonly message: string;
      readonly line?: number | undefined;
    };
