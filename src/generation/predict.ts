import { setTimeout as sleep } from 'node:timers/promises';
import { APICallError, generateText, type LanguageModel } from 'ai';
import { extractAnswer } from '../answers/extract-answer.js';
import type { ChatMessage } from '../core/chat-message.js';
import type { Prediction, Sampling } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import { CodeIOError } from '../errors/codeio-error.js';
import { PredictionError, type PredictionFailure } from '../errors/prediction-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type BuildPromptOptions, buildPrompt } from '../prompts/build-prompt.js';
import { isTransient, retryDelayMs } from './backoff.js';
import { toTokenUsage } from './token-usage.js';

/** Options of the AI SDK that go to the provider as they are. */
type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]['providerOptions']>;

/** How a model is asked. */
export interface PredictOptions extends BuildPromptOptions, Sampling {
  /** Any language model of the AI SDK, version 6 or 7. */
  readonly model: LanguageModel;
  /**
   * The messages to send.
   * @defaultValue what `buildPrompt` makes of the task and `template`
   */
  readonly messages?: readonly ChatMessage[] | undefined;
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
  /** Abandons the call and its retries: `predict` rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Jitter of the waiting times.
   * @defaultValue Math.random
   */
  readonly random?: (() => number) | undefined;
}

/**
 * Asks a model for its prediction. Passing failures are retried with growing delays, `Retry-After`
 * is obeyed whatever its length.
 *
 * @returns The reply, its reasoning kept apart, with the answer that was read from it.
 * @throws PredictionError when the call fails for good, or the model does not finish by itself
 * (`finishReason` other than `stop`), or finishes without text. None of these is the model's mistake.
 */
export async function predict(task: Task, options: PredictOptions): Promise<Prediction> {
  const maxAttempts = requireInteger('maxAttempts', options.maxAttempts ?? 4, 1);
  const timeoutMs = requireInteger('timeoutMs', options.timeoutMs ?? 600_000, 1);
  const { signal, random = Math.random } = options;
  const fail = (
    reason: PredictionFailure,
    attempts: number,
    problem: string,
    details: { cause?: unknown; finishReason?: string; statusCode?: number | undefined } = {},
  ): PredictionError =>
    new PredictionError(
      { reason, taskId: task.id, attempts, problem, ...details },
      { cause: details.cause },
    );

  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const abortSignal = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      const { prediction, finishReason } = await ask(task, options, abortSignal);
      if (finishReason !== 'stop') {
        const problem = `the model did not finish by itself (${finishReason})`;
        throw fail('finish-reason', attempt, problem, { finishReason });
      }
      if (prediction.text.trim() === '') {
        throw fail('empty-response', attempt, 'the reply holds no text', { finishReason });
      }
      return prediction;
    } catch (error) {
      signal?.throwIfAborted();
      if (CodeIOError.isInstance(error)) throw error;
      const isTimeout = timeout.aborted;
      if (attempt < maxAttempts && (isTimeout || isTransient(error))) {
        await wait(isTimeout ? 0 : retryDelayMs(error, attempt, random, Date.now()), signal);
        continue;
      }
      if (isTimeout)
        throw fail('timeout', attempt, `no reply within ${timeoutMs} ms`, { cause: error });
      const statusCode = APICallError.isInstance(error) ? error.statusCode : undefined;
      throw fail('provider', attempt, describe(error, statusCode), { cause: error, statusCode });
    }
  }
}

async function ask(
  task: Task,
  options: PredictOptions,
  abortSignal: AbortSignal,
): Promise<{ prediction: Prediction; finishReason: string }> {
  const { model, sample = 0 } = options;
  const messages = options.messages ?? buildPrompt(task, options);
  const sampling = readSampling(options);
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const result = await generateText({
    model,
    ...(system.length > 0 && { system: system.join('\n\n') }),
    messages: messages.flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content }],
    ),
    ...toSettings(sampling),
    maxRetries: 0,
    abortSignal,
    // The response cache reads the sample from here; providers ignore what is not theirs.
    providerOptions: { ...options.providerOptions, codeio: { sample } },
  });
  const { text, reasoningText, finishReason, usage } = result;
  const prediction: Prediction = {
    text,
    reasoning: reasoningText || undefined,
    answer: extractAnswer(text, task.direction),
    provider: typeof model === 'string' ? 'gateway' : model.provider,
    modelId: typeof model === 'string' ? model : model.modelId,
    finishReason,
    usage: toTokenUsage(usage),
    sampling,
    sample,
  };
  return { prediction, finishReason };
}

function readSampling(options: PredictOptions): Sampling {
  const { temperature, topP, topK, presencePenalty, frequencyPenalty } = options;
  const { maxOutputTokens, stopSequences, seed } = options;
  const sampling = { temperature, topP, topK, presencePenalty, frequencyPenalty };
  return withoutUndefined({ ...sampling, maxOutputTokens, stopSequences, seed });
}

/** The AI SDK's settings do not take `undefined` for an absent one. */
function toSettings(sampling: Sampling): SettingsOf<typeof generateText> {
  const { stopSequences, ...rest } = sampling;
  const settings = withoutUndefined(rest) as SettingsOf<typeof generateText>;
  return stopSequences === undefined
    ? settings
    : { ...settings, stopSequences: [...stopSequences] };
}

type SettingsOf<F extends typeof generateText> = Pick<
  Parameters<F>[0],
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'maxOutputTokens'
  | 'stopSequences'
  | 'seed'
>;

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

async function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  // Timers hold at most 2^31 - 1 ms; a provider may ask for more.
  for (let left = delayMs; left > 0; left -= 2 ** 30) {
    await sleep(Math.min(left, 2 ** 30), undefined, { signal }).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}

function describe(error: unknown, statusCode: number | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  return statusCode === undefined ? message : `HTTP ${statusCode}: ${message}`;
}
