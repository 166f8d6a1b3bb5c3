/** What a program does to `target`, an object that it found, and to `key`, a property of it. */
export interface Vandalism {
  /** Of the objects that the guest finds, counted round. */
  readonly object: number;
  readonly property: number;
  readonly mark: string;
  /** How the program ends after it has left its mark. */
  readonly end: string;
  readonly isAtLoad: boolean;
  /** Whether the program is written in another form, which loads differently. */
  readonly isOtherForm: boolean;
}

/** Vandals and onlookers in one language. Each text is the code of a program with a function `main`. */
export interface VandalismKit {
  readonly marks: readonly string[];
  readonly ends: readonly string[];
  /**
   * Leaves the mark when its input's `act` says so, or always as it loads; tells what it sees when it
   * is to `look`.
   */
  readonly vandal: (choice: Vandalism) => string;
  /** Returns a record of all that a program finds. */
  readonly onlooker: string;
  /** Returns such a record, after a small change when its input's `mark` is true. */
  readonly sensitive: string;
  /** Asks for `megabytes` of memory. */
  readonly ask: (megabytes: number) => string;
  /** Returns how many small blocks of memory there are to be had. */
  readonly measure: string;
}
