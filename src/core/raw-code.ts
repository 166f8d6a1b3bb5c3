/** A source file as somebody left it, in any language. */
export interface RawCode {
  /** The content of the file. */
  readonly text: string;
  /** Its name, which tells a model the language. */
  readonly name?: string | undefined;
  /** Where it came from and under which licence; kept with the function that is made of it. */
  readonly source?: { readonly origin: string; readonly license?: string | undefined } | undefined;
}
