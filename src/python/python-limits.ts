import { requireInteger } from '../errors/require-integer.js';

/** Limits of a Python sandbox. The defaults suit functions written by language models. */
export interface PythonLimits {
  /**
   * Work allowed per call, in steps of about 10,000 loop rounds and function calls, loading
   * included; long operations on big numbers and regular expressions count, too. The count is the
   * same on any machine under any load.
   * @defaultValue 10_000, some seconds
   */
  readonly maxSteps?: number | undefined;
  /**
   * Memory of the interpreter in bytes, its own share of about 32 MB included, from 64 MiB to 2 GiB.
   * @defaultValue 268_435_456 (256 MiB)
   */
  readonly memoryLimitBytes?: number | undefined;
  /**
   * Longest returned value, in characters of its JSON text.
   * @defaultValue 1_048_576
   */
  readonly maxOutputBytes?: number | undefined;
  /**
   * Backstop for built-ins that never look whether they should end, in milliseconds: the longest
   * time without a step. A call that goes on counting steps gets six times as long in all. Hitting
   * it gives `lost`, never a verdict about the program.
   * @defaultValue 10_000
   */
  readonly wallClockMs?: number | undefined;
}

/** Limits with every default filled in. */
export type ResolvedPythonLimits = { readonly [K in keyof PythonLimits]-?: number };

const mebibyte = 1024 * 1024;

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function resolvePythonLimits({
  maxSteps = 10_000,
  memoryLimitBytes = 256 * mebibyte,
  maxOutputBytes = mebibyte,
  wallClockMs = 10_000,
}: PythonLimits): ResolvedPythonLimits {
  return {
    maxSteps: requireInteger('maxSteps', maxSteps, 1),
    memoryLimitBytes: requireInteger(
      'memoryLimitBytes',
      memoryLimitBytes,
      64 * mebibyte,
      2048 * mebibyte,
    ),
    maxOutputBytes: requireInteger('maxOutputBytes', maxOutputBytes, 1),
    wallClockMs: requireInteger('wallClockMs', wallClockMs, 1),
  };
}
