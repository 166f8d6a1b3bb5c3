import type { JsonObject, JsonValue, Language, Outcome } from '../../../src/index.js';

/** What a hostile program must come to; fields that are left out may be anything. */
export type ExpectedOutcome =
  | { readonly status: 'returned'; readonly value: JsonValue; readonly logs?: readonly string[] }
  | {
      readonly status: 'threw';
      readonly name: string;
      readonly message?: string;
      readonly line?: number;
    }
  | { readonly status: 'unserializable'; readonly path: string; readonly reason: string }
  | { readonly status: 'step-limit' | 'out-of-memory' | 'output-too-large' | 'lost' };

/** A program that means harm, and the outcome that the contract promises for it. */
export interface HostileProgram {
  /** What it does, as a phrase that follows "a program that". */
  readonly name: string;
  readonly code: string;
  /** @defaultValue `'javascript'` */
  readonly language?: Language;
  /** @defaultValue `'main'` */
  readonly entrypoint?: string;
  readonly parameters?: readonly string[];
  readonly input?: JsonObject;
  readonly expected: ExpectedOutcome;
  /** It ends in a built-in that no interrupt reaches: only a watchdog helps. */
  readonly uninterruptible?: true;
  /**
   * It nests calls inside the engine, which take much of the host's own stack. The pool's threads
   * have enough of it; in process the host's may end first, and the call may be lost.
   */
  readonly exceedsHostStack?: true;
}

export const returns = (value: JsonValue, logs?: readonly string[]): ExpectedOutcome => ({
  status: 'returned',
  value,
  ...(logs && { logs }),
});

export const throws = (name: string, message?: string, line?: number): ExpectedOutcome => ({
  status: 'threw',
  name,
  ...(message !== undefined && { message }),
  ...(line !== undefined && { line }),
});

export const refused = (path: string, reason: string): ExpectedOutcome => ({
  status: 'unserializable',
  path,
  reason,
});

export const stepLimit: ExpectedOutcome = { status: 'step-limit' };
export const outOfMemory: ExpectedOutcome = { status: 'out-of-memory' };
export const outputTooLarge: ExpectedOutcome = { status: 'output-too-large' };
/** For what no interrupt reaches, and nothing else. */
export const lost: ExpectedOutcome = { status: 'lost' };

/** Reduces an outcome to the fields that an expectation speaks about, to be compared with it. */
export function comparable(outcome: Outcome, expected: ExpectedOutcome): object {
  if (outcome.status === 'returned') {
    const { status, value, logs } = outcome;
    return expected.status === 'returned' && expected.logs
      ? { status, value, logs }
      : { status, value };
  }
  if (outcome.status !== 'threw') return outcome;
  const { name, message, line } = outcome.error;
  const wanted = expected.status === 'threw' ? expected : { message, line };
  return {
    status: 'threw',
    name,
    ...(wanted.message !== undefined && { message }),
    ...(wanted.line !== undefined && { line }),
  };
}
