import { generateText, type LanguageModel, NoObjectGeneratedError, Output } from 'ai';
import type { z } from 'zod';
import type { ChatMessage } from '../core/chat-message.js';
import type { ModelReply, Sampling } from '../core/model-reply.js';
import { callDirectly, canCallDirectly, introduce } from './call-directly.js';
import { modelName } from './model-identity.js';
import { readSampling, toSettings } from './sampling.js';
import { type ProviderUsage, toTokenUsage } from './token-usage.js';

/** Options of the AI SDK that go to the provider as they are. */
export type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]['providerOptions']>;

/** What one call takes. */
interface CallOptions extends Sampling {
  readonly model: LanguageModel;
  readonly sample?: number | undefined;
  readonly providerOptions?: ProviderOptions | undefined;
}

/** What is read of a result, with or without structure. */
export interface CallResult {
  readonly text: string;
  readonly reasoningText?: string | undefined;
  readonly finishReason: string;
  readonly usage?: ProviderUsage | undefined;
  readonly providerMetadata?:
    | Readonly<Record<string, Readonly<Record<string, unknown>>>>
    | undefined;
}

/** Makes one call, without retries. */
export async function callModel(
  messages: readonly ChatMessage[],
  options: CallOptions,
  abortSignal: AbortSignal,
  schema: z.ZodType | undefined,
): Promise<{ readonly reply: ModelReply; readonly isCached: boolean }> {
  const { model, sample = 0 } = options;
  const sampling = readSampling(options);
  const settings = {
    ...toSettings(sampling),
    abortSignal,
    // The response cache reads the sample from here; providers ignore what is not theirs.
    providerOptions: { ...options.providerOptions, codeio: { sample } },
  };
  const isDirect = schema === undefined && canCallDirectly(model);
  const result: CallResult = isDirect
    ? await callDirectly(model, messages, settings)
    : await generate(model, messages, settings, schema).catch(asPlainText);
  const { text, reasoningText, finishReason, usage } = result;
  const reply: ModelReply = {
    text,
    reasoning: reasoningText || undefined,
    ...modelName(model),
    finishReason,
    usage: usage === undefined ? {} : toTokenUsage(usage),
    sampling,
    sample,
  };
  return { reply, isCached: result.providerMetadata?.codeio?.isCached === true };
}

async function generate(
  model: LanguageModel,
  messages: readonly ChatMessage[],
  settings: object,
  schema: z.ZodType | undefined,
): Promise<CallResult> {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const call = generateText({
    model,
    ...(system.length > 0 && { system: system.join('\n\n') }),
    messages: messages.flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content }],
    ),
    ...settings,
    ...(schema !== undefined && { output: Output.object({ schema }) }),
    maxRetries: 0,
  });
  return introduce(model, call);
}

/** A reply that does not have the wanted structure is a reply: it is for the caller to read it. */
function asPlainText(error: unknown): CallResult {
  if (!NoObjectGeneratedError.isInstance(error) || error.text === undefined) throw error;
  const { text, finishReason = 'stop', usage } = error;
  return { text, finishReason, usage };
}
