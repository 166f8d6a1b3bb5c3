import { availableParallelism } from 'node:os';
import { requireInteger } from '../errors/require-integer.js';

/** More threads than this are seldom of use, and each takes memory. */
const maximumDefault = 8;

/**
 * Fills in how many threads a sandbox has.
 *
 * @throws TypeError when it is not a positive integer.
 */
export function resolvePoolSize(
  workers: number = Math.min(availableParallelism(), maximumDefault),
): number {
  return requireInteger('workers', workers, 1);
}
