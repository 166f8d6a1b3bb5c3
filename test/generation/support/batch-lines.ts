import type { BatchRequest } from '../../../src/generation/to-batch-requests.js';

/** A good body of the chat API, as OpenAI, vLLM and SGLang write it. */
export function chatCompletion(text: string, choice: object = {}): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_735_689_600,
    model: 'tiny-2026-01-01',
    choices: [
      { index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop', ...choice },
    ],
    usage: {
      prompt_tokens: 11,
      prompt_tokens_details: { cached_tokens: 4 },
      completion_tokens: 7,
      completion_tokens_details: { reasoning_tokens: 5 },
      total_tokens: 18,
    },
  };
}

/** A good body of OpenAI's Responses API. */
export function response(text: string, fields: object = {}): object {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_735_689_600,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: 'tiny-2026-01-01',
    output: [
      { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'adding up' }] },
      {
        type: 'message',
        role: 'assistant',
        id: 'msg_1',
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    usage: {
      input_tokens: 11,
      input_tokens_details: { cached_tokens: 4 },
      output_tokens: 7,
      output_tokens_details: { reasoning_tokens: 5 },
      total_tokens: 18,
    },
    ...fields,
  };
}

/** A line of the response file. */
export function answered(custom_id: string, body: unknown, status_code = 200): object {
  return { id: 'batch_req_1', custom_id, response: { status_code, request_id: 'r', body } };
}

/** What a batch runner writes for a request that goes well: an echo of what was asked last. */
export function echo({ custom_id, body }: BatchRequest): object {
  const messages = (body.messages ?? body.input) as readonly { readonly content: string }[];
  const text = `echo: ${messages.at(-1)?.content}`;
  return answered(custom_id, body.messages === undefined ? response(text) : chatCompletion(text));
}

/** The usage of the bodies above. */
export const usage = {
  inputTokens: 11,
  cachedInputTokens: 4,
  outputTokens: 7,
  reasoningTokens: 5,
  totalTokens: 18,
};
