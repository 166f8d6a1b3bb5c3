import {
  APICallError,
  generateText,
  type LanguageModel,
  type LanguageModelUsage,
  NoObjectGeneratedError,
  Output,
} from 'ai';
import type { z } from 'zod';
import type { ChatMessage } from '../core/chat-message.js';
import type { ModelReply, Sampling } from '../core/model-reply.js';
import { CodeIOError } from '../errors/codeio-error.js';
import {
  type ModelCallDetails,
  ModelCallError,
  type ModelCallFailure,
} from '../errors/model-call-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { isTransient, retryDelayMs } from './backoff.js';
import { readSampling, toSettings } from './sampling.js';
import { toTokenUsage } from './token-usage.js';
import { wait } from './wait.js';

/** Options of the AI SDK that go to the provider as they are. */
type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]['providerOptions']>;

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
}

/**
 * Makes one model call. Passing failures are retried with growing delays, `Retry-After` is obeyed
 * whatever its length.
 *
 * @param schema - Asks for structured output of this shape. The reply is returned as text all the
 * same, also when it does not fit.
 * @throws ModelCallError when the call fails for good, or the model does not finish by itself
 * (`finishReason` other than `stop`), or finishes without text.
 */
export async function askModel(
  messages: readonly ChatMessage[],
  options: ModelCallOptions,
  schema?: z.ZodType,
): Promise<ModelReply> {
  const maxAttempts = requireInteger('maxAttempts', options.maxAttempts ?? 4, 1);
  const timeoutMs = requireInteger('timeoutMs', options.timeoutMs ?? 600_000, 1);
  const { signal, random = Math.random } = options;

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    const fail = (
      reason: ModelCallFailure,
      problem: string,
      details: Partial<ModelCallDetails> = {},
      cause?: unknown,
    ): ModelCallError =>
      new ModelCallError({ reason, attempts: attempt, problem, ...details }, { cause });
    try {
      const abortSignal = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      const reply = await ask(messages, options, abortSignal, schema);
      const { finishReason } = reply;
      if (finishReason !== 'stop') {
        const problem = `the model did not finish by itself (${finishReason})`;
        throw fail('finish-reason', problem, { finishReason });
      }
      if (reply.text.trim() === '') {
        throw fail('empty-response', 'the reply holds no text', { finishReason });
      }
      return reply;
    } catch (error) {
      signal?.throwIfAborted();
      if (CodeIOError.isInstance(error)) throw error;
      const isTimeout = timeout.aborted;
      if (attempt < maxAttempts && (isTimeout || isTransient(error))) {
        await wait(isTimeout ? 0 : retryDelayMs(error, attempt, random, Date.now()), signal);
        continue;
      }
      if (isTimeout) throw fail('timeout', `no reply within ${timeoutMs} ms`, {}, error);
      const statusCode = APICallError.isInstance(error) ? error.statusCode : undefined;
      throw fail('provider', describe(error, statusCode), { statusCode }, error);
    }
  }
}

async function ask(
  messages: readonly ChatMessage[],
  options: ModelCallOptions,
  abortSignal: AbortSignal,
  schema: z.ZodType | undefined,
): Promise<ModelReply> {
  const { model, sample = 0 } = options;
  const sampling = readSampling(options);
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const result = await generateText({
    model,
    ...(system.length > 0 && { system: system.join('\n\n') }),
    messages: messages.flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content }],
    ),
    ...toSettings(sampling),
    ...(schema !== undefined && { output: Output.object({ schema }) }),
    maxRetries: 0,
    abortSignal,
    // The response cache reads the sample from here; providers ignore what is not theirs.
    providerOptions: { ...options.providerOptions, codeio: { sample } },
  }).catch(asPlainText);
  const { text, reasoningText, finishReason, usage } = result;
  return {
    text,
    reasoning: reasoningText || undefined,
    provider: typeof model === 'string' ? 'gateway' : model.provider,
    modelId: typeof model === 'string' ? model : model.modelId,
    finishReason,
    usage: usage === undefined ? {} : toTokenUsage(usage),
    sampling,
    sample,
  };
}

/** What is needed of a result, with or without structure. */
interface PlainResult {
  readonly text: string;
  readonly reasoningText?: string | undefined;
  readonly finishReason: string;
  readonly usage: LanguageModelUsage | undefined;
}

/** A reply that does not have the wanted structure is a reply: it is for the caller to read it. */
function asPlainText(error: unknown): PlainResult {
  if (!NoObjectGeneratedError.isInstance(error) || error.text === undefined) throw error;
  const { text, finishReason = 'stop', usage } = error;
  return { text, finishReason, usage };
}

function describe(error: unknown, statusCode: number | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  return statusCode === undefined ? message : `HTTP ${statusCode}: ${message}`;
}
