import { requireInteger } from '../errors/require-integer.js';

/** Limits of a sandbox. The defaults suit functions written by language models. */
export interface SandboxLimits {
  /**
   * Work allowed per call, in interpreter interrupts (about 10,000 operations each). The count is
   * the same on any machine under any load.
   * @defaultValue 10_000
   */
  readonly maxSteps?: number | undefined;
  /**
   * Memory of the interpreter, the guest's heap included, in bytes; at least 16 MiB.
   * @defaultValue 67_108_864 (64 MiB)
   */
  readonly memoryLimitBytes?: number | undefined;
  /**
   * Call stack of the guest, in bytes.
   * @defaultValue 262_144 (256 KiB), about 1,500 nested calls
   */
  readonly maxStackBytes?: number | undefined;
  /**
   * Longest returned value, in UTF-16 units of its JSON text.
   * @defaultValue 1_048_576
   */
  readonly maxOutputBytes?: number | undefined;
  /**
   * Backstop for built-ins that the interpreter cannot interrupt, in milliseconds. Hitting it gives
   * `lost`, never a verdict about the program.
   * @defaultValue 10_000
   */
  readonly wallClockMs?: number | undefined;
}

/** Limits with every default filled in. */
export type ResolvedLimits = { readonly [K in keyof SandboxLimits]-?: number };

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming an option that is out of range.
 */
export function resolveLimits(options: SandboxLimits): ResolvedLimits {
  return {
    maxSteps: requireInteger('maxSteps', options.maxSteps ?? 10_000, 1),
    memoryLimitBytes: requireInteger(
      'memoryLimitBytes',
      options.memoryLimitBytes ?? 64 * 1024 * 1024,
      16 * 1024 * 1024,
    ),
    maxStackBytes: requireInteger('maxStackBytes', options.maxStackBytes ?? 256 * 1024, 16 * 1024),
    maxOutputBytes: requireInteger('maxOutputBytes', options.maxOutputBytes ?? 1024 * 1024, 1),
    wallClockMs: requireInteger('wallClockMs', options.wallClockMs ?? 10_000, 1),
  };
}
