/** A bracket that is open, or the braces around a value in a formatted string. */
export interface BracketMode {
  readonly type: 'bracket';
  readonly open: string;
  readonly isField?: boolean | undefined;
  /** Where it was opened. */
  readonly line: number;
}

/** The text of a formatted string, or of how one of its values is to be written. */
export interface FormatMode {
  readonly type: 'format';
  /** The quotes that end the string. */
  readonly quotes: string;
  readonly isRaw: boolean;
  readonly isSpecification?: boolean | undefined;
  /** Where the string begins. */
  readonly line: number;
}

/** What the next characters are part of. */
export type Mode = BracketMode | FormatMode;

/** The closing brackets by the opening ones. */
export const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
