import { APICallError } from 'ai';

const firstDelayMs = 1000;
const longestDelayMs = 60_000;

/** Says whether a failed call may succeed when it is simply made again. */
export function isTransient(error: unknown): boolean {
  const answer = findCallError(error);
  if (answer === undefined) return !(error instanceof TypeError) && isNetworkError(error);
  const status = answer.statusCode;
  if (status === undefined) return true;
  if (isOutOfQuota(answer)) return false;
  // A good status with an unreadable body is a broken reply, not a broken request.
  return status < 300 || status === 408 || status === 409 || status === 429 || status >= 500;
}

/** Says whether a call was refused because there are too many of them. */
export function isRateLimited(error: unknown): boolean {
  const answer = findCallError(error);
  return answer?.statusCode === 429 && !isOutOfQuota(answer);
}

/** Finds the provider's answer in an error: the gateway of the AI SDK wraps it into one of its own. */
export function findCallError(error: unknown): APICallError | undefined {
  if (APICallError.isInstance(error)) return error;
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return APICallError.isInstance(cause) ? cause : undefined;
}

/** Errors of connections that were never made. */
const neverSent =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Says whether a failed call cost nothing for sure: it was answered with an error, or never sent. */
export function isFreeOfCharge(error: unknown): boolean {
  if ((findCallError(error)?.statusCode ?? 0) >= 300) return true;
  let cause = error;
  for (let depth = 0; depth < 4 && cause !== undefined && cause !== null; depth++) {
    const { code, cause: next } = cause as { readonly code?: unknown; readonly cause?: unknown };
    if (typeof code === 'string' && neverSent.test(code)) return true;
    cause = next;
  }
  return false;
}

const emptyAccount = /"(?:code|type)"\s*:\s*"(?:insufficient_quota|billing_[a-z_]+)"/;

/** Some providers say 429 when the account is empty: no waiting helps. */
function isOutOfQuota(error: APICallError): boolean {
  return emptyAccount.test(error.responseBody ?? '');
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
  const answer = findCallError(error);
  return answer === undefined ? undefined : readRetryAfterMs(answer.responseHeaders ?? {}, nowMs);
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
