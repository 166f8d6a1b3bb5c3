import type { ChatMessage } from '../core/chat-message.js';
import type { Sampling } from '../core/model-reply.js';

/** The API that the requests of a batch are for. */
export type BatchUrl = '/v1/chat/completions' | '/v1/responses';

/** The field that limits the length of a reply of the chat API. */
export type MaxTokensField = 'max_completion_tokens' | 'max_tokens';

/** The body of one request, for the API that it is for. */
export type BatchBody = Readonly<Record<string, unknown>>;

/** The settings that OpenAI's Responses API has no field for. */
export const chatOnlySettings: readonly (keyof Sampling)[] = [
  'topK',
  'presencePenalty',
  'frequencyPenalty',
  'stopSequences',
  'seed',
];

/** Makes a body of the chat API. `top_k` is known to vLLM and SGLang, not to OpenAI. */
export function chatBody(
  modelId: string,
  messages: readonly ChatMessage[],
  sampling: Sampling,
  maxTokensField: MaxTokensField,
): BatchBody {
  return withoutUndefined({
    model: modelId,
    messages: messages.map(plainMessage),
    temperature: sampling.temperature,
    top_p: sampling.topP,
    top_k: sampling.topK,
    presence_penalty: sampling.presencePenalty,
    frequency_penalty: sampling.frequencyPenalty,
    [maxTokensField]: sampling.maxOutputTokens,
    stop: sampling.stopSequences,
    seed: sampling.seed,
  });
}

/** Makes a body of OpenAI's Responses API. */
export function responsesBody(
  modelId: string,
  messages: readonly ChatMessage[],
  sampling: Sampling,
): BatchBody {
  return withoutUndefined({
    model: modelId,
    input: messages.map(plainMessage),
    temperature: sampling.temperature,
    top_p: sampling.topP,
    max_output_tokens: sampling.maxOutputTokens,
  });
}

function plainMessage({ role, content }: ChatMessage): ChatMessage {
  return { role, content };
}

function withoutUndefined(body: BatchBody): BatchBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
