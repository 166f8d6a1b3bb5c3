import type { RequestRate } from './load-server-options.js';

/** Headers that tell a refused client when to come again. */
type Refusal = Readonly<Record<string, string>>;

/**
 * Makes a gate that lets so many requests a second in.
 *
 * @param nowMs - A clock, in milliseconds.
 * @returns What says `undefined` for a request that is let in, and else the headers of the refusal.
 */
export function createRateGate(
  rate: RequestRate | undefined,
  nowMs: () => number = () => performance.now(),
): () => Refusal | undefined {
  if (rate === undefined) return () => undefined;
  const { requestsPerSecond, burst = 1, retryAfter = 'milliseconds' } = rate;
  let tokens = burst;
  let filledAtMs = nowMs();

  return () => {
    const now = nowMs();
    tokens = Math.min(burst, tokens + ((now - filledAtMs) / 1000) * requestsPerSecond);
    filledAtMs = now;
    if (tokens >= 1) {
      tokens -= 1;
      return undefined;
    }
    const waitMs = ((1 - tokens) / requestsPerSecond) * 1000;
    if (retryAfter === 'none') return {};
    return retryAfter === 'seconds'
      ? { 'retry-after': String(Math.ceil(waitMs / 1000)) }
      : { 'retry-after-ms': String(Math.ceil(waitMs)) };
  };
}
