import { z } from 'zod';
import type { TokenUsage } from '../core/model-reply.js';
import { isExactNumber } from '../values/exact-number.js';
import type { RawBatchReply } from './to-batch-response.js';

/** A number as `JSON.parse` or as `parseJson` gives it. */
export const numberSchema: z.ZodType<number> = z.union([
  z.number(),
  z.custom((value) => isExactNumber(value)).transform(Number),
]);

/** A count that is not there, or is none, is not known: that spoils no reply. */
const count = numberSchema.optional().catch(undefined);
const details = z
  .object({ cached_tokens: count, reasoning_tokens: count })
  .catch({ cached_tokens: undefined, reasoning_tokens: undefined });
const text = z.string().nullish();

const chatSchema = z.object({
  model: text,
  // SGLang's batches, as long as it had them, gave the one choice without an array.
  choices: z.preprocess(
    (choices) => (Array.isArray(choices) ? choices[0] : choices),
    z.object({
      finish_reason: text,
      message: z.object({ content: text, reasoning: text, reasoning_content: text, refusal: text }),
    }),
  ),
  usage: z
    .object({
      prompt_tokens: count,
      prompt_tokens_details: details,
      completion_tokens: count,
      completion_tokens_details: details,
      reasoning_tokens: count,
      total_tokens: count,
    })
    .optional()
    .catch(undefined),
});

const parts = z.array(z.object({ type: text, text, refusal: text })).nullish();
const responsesSchema = z.object({
  model: text,
  incomplete_details: z.object({ reason: text }).nullish(),
  output: z.array(z.object({ type: text, content: parts, summary: parts })),
  usage: z
    .object({
      input_tokens: count,
      input_tokens_details: details,
      output_tokens: count,
      output_tokens_details: details,
      total_tokens: count,
    })
    .optional()
    .catch(undefined),
});

/**
 * Reads the body of a response of the chat API or of OpenAI's Responses API.
 *
 * @returns `undefined` for anything else.
 */
export function readResponseBody(body: unknown): RawBatchReply | undefined {
  const chat = chatSchema.safeParse(body);
  if (chat.success) return fromChat(chat.data);
  const responses = responsesSchema.safeParse(body);
  return responses.success ? fromResponses(responses.data) : undefined;
}

function fromChat({ model, choices, usage }: z.infer<typeof chatSchema>): RawBatchReply {
  const { finish_reason, message } = choices;
  return {
    text: message.content ?? '',
    reasoning: message.reasoning || message.reasoning_content || '',
    finishReason: unifyFinishReason(finish_reason),
    refusal: message.refusal || undefined,
    usage: knownCounts({
      inputTokens: usage?.prompt_tokens,
      cachedInputTokens: usage?.prompt_tokens_details.cached_tokens,
      outputTokens: usage?.completion_tokens,
      reasoningTokens: usage?.completion_tokens_details.reasoning_tokens ?? usage?.reasoning_tokens,
      totalTokens: usage?.total_tokens,
    }),
    modelId: model || undefined,
  };
}

function fromResponses(body: z.infer<typeof responsesSchema>): RawBatchReply {
  const { model, incomplete_details, output, usage } = body;
  const said = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const thought = output
    .filter(({ type }) => type === 'reasoning')
    // Open models give their reasoning as it is, OpenAI's give a summary of it.
    .flatMap(({ content, summary }) => (content?.length ? content : (summary ?? [])));
  return {
    text: said.map((part) => part.text ?? '').join(''),
    reasoning: thought.map((part) => part.text ?? '').join(''),
    finishReason: unifyFinishReason(incomplete_details ? incomplete_details.reason : 'stop'),
    refusal: said.map((part) => part.refusal ?? '').join('') || undefined,
    usage: knownCounts({
      inputTokens: usage?.input_tokens,
      cachedInputTokens: usage?.input_tokens_details.cached_tokens,
      outputTokens: usage?.output_tokens,
      reasoningTokens: usage?.output_tokens_details.reasoning_tokens,
      totalTokens: usage?.total_tokens,
    }),
    modelId: model || undefined,
  };
}

/** The words of both APIs for what the AI SDK has one word. */
const finishReasons: ReadonlyMap<string, string> = new Map([
  ['content_filter', 'content-filter'],
  ['tool_calls', 'tool-calls'],
  ['function_call', 'tool-calls'],
  ['max_output_tokens', 'length'],
]);

function unifyFinishReason(reason: string | null | undefined): string {
  return finishReasons.get(reason ?? '') ?? (reason || 'other');
}

function knownCounts(usage: TokenUsage): TokenUsage {
  return Object.fromEntries(Object.entries(usage).filter(([, value]) => value !== undefined));
}
