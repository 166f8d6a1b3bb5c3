import { setTimeout as sleep } from 'node:timers/promises';

/** Timers hold at most 2^31 - 1 ms; a provider may ask for more. */
const longestSleepMs = 2 ** 30;

/**
 * Waits, however long.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  for (let left = delayMs; left > 0; left -= longestSleepMs) {
    await sleep(Math.min(left, longestSleepMs), undefined, { signal }).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}
