/** A program that fails, and how the failure is to be reported. */
interface FailingProgram {
  readonly code: string;
  readonly name: string;
  readonly message?: string;
  readonly line?: number;
}

/** A program whose function is not `main`. */
interface NamedProgram {
  readonly code: string;
  readonly entrypoint: string;
}

/** An expression that has no value in JSON, with the place and the reason that are reported. */
type RefusedValue = readonly [expression: string, path: string, reason: string];

/**
 * What the contract of all sandboxes is tested with: the same program in the language of a variant.
 * Unless it says otherwise a text is the code of a program whose function is `main`.
 */
export interface ContractPrograms {
  /** Ways to write a function of `n` that returns `n + 1`. */
  readonly increments: readonly (readonly [title: string, code: string])[];
  /** Returns the list of its arguments. */
  readonly listArguments: string;
  /** A method that returns twice its `n`. */
  readonly method: NamedProgram;
  /** Returns `value`. */
  readonly echo: string;
  /** Returns the value that a JSON text describes, written into the program. */
  readonly literal: (text: string) => string;
  /** Returns the value of an expression. */
  readonly expression: (expression: string) => string;
  /** Prints `a`, `1` and two lines at once; returns 0. */
  readonly print: string;
  /** Adds 1 to `list`, and to the list in it, and returns it. */
  readonly changeInput: string;

  readonly throwing: FailingProgram;
  readonly syntaxError: FailingProgram;
  /** What else ends in an error, by what it is. */
  readonly failing: readonly (readonly [title: string, program: FailingProgram])[];
  /** Statements that throw what is no ordinary error. */
  readonly oddThrows: readonly string[];
  readonly waitingForever: FailingProgram;

  readonly refusedValues: readonly RefusedValue[];
  /** Returns a list with a value that holds itself, and how that is reported. */
  readonly circular: { readonly code: string; readonly path: string; readonly reason: string };
  /** Returns a list that holds the same value `{ x: 1 }` twice. */
  readonly shared: string;
  /** Returns a list in a list and so on, a thousand levels deep. */
  readonly nested: string;

  /** What never ends: in the function, where it is awaited, and as the program loads. */
  readonly endless: readonly (readonly [title: string, code: string])[];
  readonly memoryBomb: string;
  readonly endlessRecursion: string;
  /** Return values too large to be carried. */
  readonly hugeResults: readonly (readonly [title: string, code: string])[];
  /** Returns the number of its loop's rounds, `rounds`. */
  readonly loop: string;

  /** Statements that change what every program finds. */
  readonly marks: readonly string[];
  /** Returns what shows whether something was changed. */
  readonly probe: string;
  /** Leaves a mark, in the function or as it loads, and returns 1. */
  readonly leave: (mark: string, isAtLoad: boolean) => string;
  /** Returns how often it was called. */
  readonly countCalls: string;
  /** Returns one word for each way to the host, `closed` when it leads nowhere. */
  readonly reachHost: string;
  /** Replaces what values might be read with, and returns `{ real: [1, 'two'] }`. */
  readonly forge: string;

  /** Returns two random numbers, the time in milliseconds, the hour, and the start of 2024 in local time. */
  readonly surroundings: string;
  /** Returns a random number that was drawn when the program was loaded. */
  readonly drawEarly: string;
}
