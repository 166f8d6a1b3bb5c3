/** Another day than the sandbox's default, so that a function that reads the clock is found out. */
export const otherNowMs = 1_767_225_599_999;

/**
 * Gives a seed the lowest bit of another number. That bit decides the order of sets in the Python
 * sandbox: replays have both, so that a function that depends on it is found out.
 *
 * @param seed - A whole number from 0 to 2^32 - 1.
 */
export function withParityOf(seed: number, other: number): number {
  return seed - (seed % 2) + (other % 2);
}
