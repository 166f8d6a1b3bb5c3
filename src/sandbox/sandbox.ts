import type { Language } from '../core/code-function.js';
import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { GuestError } from '../core/verdict.js';

/** A program and the function in it that is called. A `CodeFunction` is one. */
export interface Program {
  readonly language: Language;
  /** A script or an ES module; it may export the function or just declare it. */
  readonly code: string;
  /** The function's name, or a dotted path such as `Solver.solve`. */
  readonly entrypoint: string;
  /** Parameter names in order: the function is called positionally. Absent: called with the input object. */
  readonly parameters?: readonly string[] | undefined;
}

/** Options of one call. */
export interface RunOptions {
  /**
   * Seed of the guest's `Math.random`.
   * @defaultValue 0
   */
  readonly seed?: number | undefined;
  /**
   * What the guest's clock shows, in milliseconds since 1970.
   * @defaultValue 1735689600000, the first of January 2025 (UTC)
   */
  readonly nowMs?: number | undefined;
  /**
   * Whether an outcome that returned says how many operations the call took.
   * @defaultValue false
   */
  readonly countOperations?: boolean | undefined;
  /** Abandons the call: `run` rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of a call. Everything the guest can do is one of these; nothing of it is an exception. */
export type Outcome =
  | {
      readonly status: 'returned';
      readonly value: JsonValue;
      /** Interpreter interrupts counted, load included: the same on any machine under any load. */
      readonly steps: number;
      /** What the guest wrote to `console`, bounded. */
      readonly logs: readonly string[];
      /**
       * Calls and jumps (a round of a loop makes two) until the function returned, when asked for: a
       * finer measure than steps, of which there is one in 10,000 of them.
       */
      readonly operations?: number | undefined;
    }
  | { readonly status: 'threw'; readonly error: GuestError; readonly steps: number }
  | { readonly status: 'step-limit' }
  | { readonly status: 'out-of-memory' }
  | { readonly status: 'output-too-large' }
  | {
      readonly status: 'unserializable';
      /** Where in the returned value, such as `$.rows[2]`. */
      readonly path: string;
      /** What is there, such as `undefined` or `a Map`. */
      readonly reason: string;
    }
  /** The wall-clock backstop fired or the engine broke: says nothing about the program. */
  | { readonly status: 'lost' };

/**
 * Runs programs in isolation. Every call starts from a pristine state: no call sees what an
 * earlier one did.
 */
export interface Sandbox extends AsyncDisposable {
  /** The languages that this sandbox runs. */
  readonly languages: readonly Language[];
  /**
   * What decides the outcomes: the interpreter, and the limits on work, memory and size. Two sandboxes
   * with equal settings come to equal outcomes. Absent when that is not known.
   */
  readonly settings?: Readonly<Record<string, string | number>> | undefined;
  /**
   * Calls a function. Resolves whatever the guest does; rejects only for misuse (`TypeError`), an
   * aborted signal (its reason) and a closed sandbox (`SandboxClosedError`).
   *
   * @param program - The program and its function.
   * @param input - The arguments by name.
   */
  run(program: Program, input: JsonObject, options?: RunOptions): Promise<Outcome>;
}
