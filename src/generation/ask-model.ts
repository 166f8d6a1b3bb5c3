import type { LanguageModel } from 'ai';
import type { z } from 'zod';
import type { ChatMessage } from '../core/chat-message.js';
import type { ModelCallEvent } from '../core/model-call-event.js';
import type { ModelReply, Sampling } from '../core/model-reply.js';
import { CodeIOError } from '../errors/codeio-error.js';
import { ModelCallError } from '../errors/model-call-error.js';
import { requireInteger } from '../errors/require-integer.js';
import type { Budget } from '../spending/budget.js';
import {
  findCallError,
  isFreeOfCharge,
  isRateLimited,
  isTransient,
  retryAfterMs,
  retryDelayMs,
} from './backoff.js';
import { callModel, type ProviderOptions } from './call-model.js';
import { acquireCallSlot } from './call-slot.js';
import { startDeadline } from './deadline.js';
import type { Limiter } from './limiter.js';
import { wait } from './wait.js';

/** How a model is called. */
export interface ModelCallOptions extends Sampling {
  /** Any language model of the AI SDK, version 6 or 7. */
  readonly model: LanguageModel;
  /**
   * Which of several samples of the same prompt this is; part of the key of the response cache.
   * @defaultValue 0
   */
  readonly sample?: number | undefined;
  /** Settings for the provider, such as `{ openai: { reasoningEffort: 'low' } }`. */
  readonly providerOptions?: ProviderOptions | undefined;
  /**
   * How long one call may take, in milliseconds.
   * @defaultValue 600_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a call is made that fails for a passing reason: 429, 5xx, network, timeout.
   * @defaultValue 4
   */
  readonly maxAttempts?: number | undefined;
  /** Abandons the call and its retries: they reject with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Jitter of the waiting times.
   * @defaultValue Math.random
   */
  readonly random?: (() => number) | undefined;
  /**
   * Holds calls back to what the provider takes. Give one limiter to everything that shares a key.
   * @defaultValue calls are made at once
   */
  readonly limiter?: Limiter | undefined;
  /** Sets money aside before each call, and refuses the call that does not fit. */
  readonly budget?: Budget | undefined;
  /** Told of every attempt and what became of it. */
  readonly onCall?: ((call: ModelCallEvent) => void) | undefined;
}

/** How often a call is made again that a provider refuses with 429, when a limiter holds it back. */
const mostRefusals = 100;

/**
 * Makes one model call. Passing failures are retried with growing delays, `Retry-After` is obeyed
 * whatever its length. With a limiter, 429 does not count against `maxAttempts`: the call waits until
 * the provider takes it.
 *
 * @param schema - Asks for structured output of this shape. The reply is returned as text all the
 * same, also when it does not fit.
 * @throws ModelCallError when the call fails for good, or the model does not finish by itself
 * (`finishReason` other than `stop`), or finishes without text.
 * @throws BudgetExceededError when the call does not fit into `budget`.
 */
export async function askModel(
  messages: readonly ChatMessage[],
  options: ModelCallOptions,
  schema?: z.ZodType,
): Promise<ModelReply> {
  const maxAttempts = requireInteger('maxAttempts', options.maxAttempts ?? 4, 1);
  const timeoutMs = requireInteger('timeoutMs', options.timeoutMs ?? 600_000, 1);
  const { signal, limiter, random = Math.random } = options;
  // A conversation that was begun is finished before others are begun.
  const isFollowUp = messages.some(({ role }) => role === 'assistant');
  let refusals = 0;

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const slot = await acquireCallSlot(messages, attempt > 1 || isFollowUp, options);
    const startedAt = performance.now();
    const deadline = startDeadline(timeoutMs, signal);
    const call = callModel(messages, options, deadline.signal, schema);
    const result = await call.catch(toFailure).finally(deadline.end);
    if ('reply' in result) {
      const { reply, isCached } = result;
      const { usage, finishReason } = reply;
      slot.end({ type: 'replied', usage, isCached });
      const durationMs = performance.now() - startedAt;
      options.onCall?.({ type: 'replied', usage, finishReason, isCached, durationMs });
      return requireUsable(reply, attempt);
    }
    const { error } = result;
    const isTimeout = deadline.isOver;
    const isRefused = isRateLimited(error);
    const statusCode = findCallError(error)?.statusCode;
    if (isRefused)
      slot.end({ type: 'rate-limited', retryAfterMs: retryAfterMs(error, Date.now()) });
    else {
      const isFree = CodeIOError.isInstance(error) || isFreeOfCharge(error);
      slot.end({ type: isFree ? 'refused' : 'broken' });
    }
    signal?.throwIfAborted();
    if (CodeIOError.isInstance(error)) throw error;

    // The limiter lets a refused call through again when there is room for it.
    if (isRefused && limiter !== undefined) refusals++;
    const isLast = attempt - refusals >= maxAttempts || refusals >= mostRefusals;
    const isOver = isLast || !(isTimeout || isTransient(error));
    // Who is refused whatever the load has no reason to wait longer each time.
    const isChance = isRefused && (limiter?.state.backgroundShare ?? 0) > 0;
    const tries = isChance ? 1 : isRefused ? Math.max(refusals, attempt) : attempt - refusals;
    const delayMs = isTimeout ? 0 : retryDelayMs(error, Math.max(tries, 1), random, Date.now());
    const problem = isTimeout ? `no reply within ${timeoutMs} ms` : describe(error, statusCode);
    options.onCall?.({
      ...(isRefused ? { type: 'rate-limited' } : { type: 'failed', statusCode }),
      attempt,
      problem,
      ...(!isOver && { delayMs }),
    });
    if (isOver) {
      const reason = isTimeout ? 'timeout' : 'provider';
      throw new ModelCallError(
        { reason, attempts: attempt, problem, statusCode },
        { cause: error },
      );
    }
    await wait(delayMs, signal);
  }
}

/** A reply is used only when the model ended by itself, and said something. */
function requireUsable(reply: ModelReply, attempts: number): ModelReply {
  const { finishReason, usage } = reply;
  if (finishReason !== 'stop') {
    const problem = `the model did not finish by itself (${finishReason})`;
    throw new ModelCallError({ reason: 'finish-reason', attempts, problem, finishReason, usage });
  }
  if (reply.text.trim() === '') {
    const problem = 'the reply holds no text';
    throw new ModelCallError({ reason: 'empty-response', attempts, problem, finishReason, usage });
  }
  return reply;
}

function toFailure(error: unknown): { readonly error: unknown } {
  return { error };
}

function describe(error: unknown, statusCode: number | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  return statusCode === undefined ? message : `HTTP ${statusCode}: ${message}`;
}
