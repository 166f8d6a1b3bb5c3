import type { JsonValue } from '../core/json-value.js';

/** What was found of a recorded pair, from the best to the worst. */
export const auditStatuses = [
  /** The code returns the recorded output, every time. */
  'reproducible',
  /** The sandbox could not tell, repeatedly; nothing is known about the pair. */
  'lost',
  /** The code imports a module that the sandbox lacks; nothing is known about the pair. */
  'missing-module',
  /** The sandbox refuses the call, such as an entry point that is no name. */
  'refused',
  'step-limit',
  'out-of-memory',
  'output-too-large',
  /** The result holds what JSON cannot carry. */
  'unserializable',
  /** The code threw. */
  'crashed',
  /**
   * The code returns something else every time, and changes its arguments: most likely the input
   * was recorded only after the call.
   */
  'mutated-input',
  /** The code returns something else, the same every time, and leaves its arguments alone. */
  'wrong-output',
  /** What the code returns depends on randomness, the clock, or the order of a set. */
  'non-deterministic',
] as const;

/** What was found of a recorded pair. */
export type AuditStatus = (typeof auditStatuses)[number];

/** What was found of a recorded pair, and what is behind it. */
export interface PairFinding {
  readonly status: AuditStatus;
  /** What happened, for people: `KeyError: 'a'` of a pair that crashed. */
  readonly detail?: string | undefined;
  /** What the code returns instead of the recorded output: `wrong-output` and `mutated-input`. */
  readonly computed?: JsonValue | undefined;
  /** The module that the sandbox lacks. */
  readonly missingModule?: string | undefined;
}

/** A pair that was run again: plain JSON, fit for a line of a file. */
export interface AuditRow extends PairFinding {
  /** The `id` of the function. */
  readonly functionId: string;
  readonly entrypoint: string;
  /** Which of the function's pairs it is, counted from 0. */
  readonly pairIndex: number;
}
