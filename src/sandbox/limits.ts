import { requireInteger } from '../errors/require-integer.js';

/** Limits of a sandbox. The defaults suit functions written by language models. */
export interface SandboxLimits {
  /**
   * Work allowed per call, in interpreter interrupts: one comes about every 10,000 loop rounds and
   * function calls. The count is the same on any machine under any load.
   * @defaultValue 10_000, a few seconds
   */
  readonly maxSteps?: number | undefined;
  /**
   * Memory of the interpreter in bytes, its own share of 6 MB and the guest's heap included, from
   * 16 MiB to 2 GiB.
   * @defaultValue 67_108_864 (64 MiB)
   */
  readonly memoryLimitBytes?: number | undefined;
  /**
   * Call stack of the guest in bytes, from 16 KiB to 1 MiB. A thread of the pool has stack enough
   * for any of them; in process the host's own stack may end first when this is raised, and the
   * call is `lost`.
   * @defaultValue 262_144 (256 KiB), about 1,500 nested calls
   */
  readonly maxStackBytes?: number | undefined;
  /**
   * Longest returned value, in UTF-16 units of its JSON text.
   * @defaultValue 1_048_576
   */
  readonly maxOutputBytes?: number | undefined;
  /**
   * Backstop for built-ins that the interpreter cannot interrupt, in milliseconds: the longest time
   * without a step. A call that goes on counting steps, however slowly, gets six times as long in
   * all, so that a busy machine does not matter. Hitting it gives `lost`, never a verdict about the
   * program.
   * @defaultValue 10_000
   */
  readonly wallClockMs?: number | undefined;
}

/** Limits with every default filled in. */
export type ResolvedLimits = { readonly [K in keyof SandboxLimits]-?: number };

/** The version decides how many steps a program takes. */
const interpreter = 'quickjs-emscripten 0.32.0';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function resolveLimits({
  maxSteps = 10_000,
  memoryLimitBytes = 64 * mebibyte,
  maxStackBytes = 256 * kibibyte,
  maxOutputBytes = mebibyte,
  wallClockMs = 10_000,
}: SandboxLimits): ResolvedLimits {
  return {
    maxSteps: requireInteger('maxSteps', maxSteps, 1),
    memoryLimitBytes: requireInteger(
      'memoryLimitBytes',
      memoryLimitBytes,
      16 * mebibyte,
      2048 * mebibyte,
    ),
    maxStackBytes: requireInteger('maxStackBytes', maxStackBytes, 16 * kibibyte, mebibyte),
    maxOutputBytes: requireInteger('maxOutputBytes', maxOutputBytes, 1),
    wallClockMs: requireInteger('wallClockMs', wallClockMs, 1),
  };
}

/**
 * Names what decides the outcomes of a sandbox with these limits. The wall clock is left out: what it
 * ends is `lost`, which is no outcome of the program.
 */
export function outcomeSettings(limits: ResolvedLimits): Readonly<Record<string, string | number>> {
  const { maxSteps, memoryLimitBytes, maxStackBytes, maxOutputBytes } = limits;
  return { interpreter, maxSteps, memoryLimitBytes, maxStackBytes, maxOutputBytes };
}
