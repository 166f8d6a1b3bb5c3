import { APICallError } from 'ai';

const firstDelayMs = 1000;
const longestDelayMs = 60_000;

/** Says whether a failed call may succeed when it is simply made again. */
export function isTransient(error: unknown): boolean {
  if (!APICallError.isInstance(error))
    return !(error instanceof TypeError) && isNetworkError(error);
  const status = error.statusCode;
  if (status === undefined) return true;
  if (isOutOfQuota(error)) return false;
  // A good status with an unreadable body is a broken reply, not a broken request.
  return status < 300 || status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Says whether a call was refused because there are too many of them. */
export function isRateLimited(error: unknown): boolean {
  return APICallError.isInstance(error) && error.statusCode === 429 && !isOutOfQuota(error);
}

/** Some providers say 429 when the account is empty: no waiting helps. */
function isOutOfQuota(error: APICallError): boolean {
  return /insufficient_quota|billing_/.test(error.responseBody ?? '');
}

function isNetworkError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?:ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|UND_ERR)/.test(code);
}

/**
 * Says how long to wait before the next attempt: what the provider asks for with `Retry-After`,
 * however long, else exponentially longer with jitter.
 *
 * @param attempt - How many attempts have failed, from 1.
 * @param random - A source of numbers in [0, 1).
 * @param nowMs - The present time, for a `Retry-After` that gives a date.
 */
export function retryDelayMs(
  error: unknown,
  attempt: number,
  random: () => number,
  nowMs: number,
): number {
  const asked = retryAfterMs(error, nowMs);
  if (asked !== undefined) return asked;
  const ceiling = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
  return ceiling * (0.5 + random() / 2);
}

/** Reads how long the provider asks to wait; undefined when it does not say. */
export function retryAfterMs(error: unknown, nowMs: number): number | undefined {
  return APICallError.isInstance(error)
    ? readRetryAfterMs(error.responseHeaders ?? {}, nowMs)
    : undefined;
}

function readRetryAfterMs(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): number | undefined {
  const milliseconds = Number(headers['retry-after-ms']);
  if (milliseconds >= 0) return milliseconds;
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (seconds >= 0) return seconds * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
