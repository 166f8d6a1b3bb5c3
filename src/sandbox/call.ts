import type { PreparedProgram } from './prepared-program.js';

/** One call, with everything that decides its outcome. */
export interface Call {
  readonly program: PreparedProgram;
  /** JSON text of the input object. */
  readonly inputText: string;
  /** Seed of the guest's randomness. */
  readonly seed: number;
  /** What the guest's clock shows. */
  readonly nowMs: number;
  /** Whether the caller wants to know how many operations it took. */
  readonly countOperations: boolean;
}
