import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import type { Items } from '../values/items.js';
import {
  type BatchBody,
  type BatchUrl,
  chatBody,
  chatOnlySettings,
  type MaxTokensField,
  responsesBody,
} from './batch-body.js';
import {
  type PlannedRequest,
  type PlannedRequestOptions,
  plannedRequests,
} from './planned-requests.js';

/** How the lines of a batch file are made. */
export interface BatchRequestOptions extends PlannedRequestOptions {
  /**
   * The API that the requests are for. vLLM's batch runner takes the chat API only.
   * @defaultValue '/v1/chat/completions'
   */
  readonly url?: BatchUrl | undefined;
  /**
   * The field that `maxOutputTokens` goes to in the chat API. OpenAI's reasoning models refuse
   * `max_tokens`; old servers know nothing else.
   * @defaultValue 'max_completion_tokens'
   */
  readonly maxTokensField?: MaxTokensField | undefined;
  /**
   * More fields of every body, such as `{ reasoning_effort: 'low' }` or, for vLLM,
   * `{ chat_template_kwargs: { enable_thinking: true } }`. They win over those made here.
   */
  readonly extraBody?: BatchBody | undefined;
}

/** One line of a batch file. */
export interface BatchRequest {
  readonly custom_id: string;
  readonly method: 'POST';
  readonly url: BatchUrl;
  readonly body: BatchBody;
}

/**
 * Turns planned calls, or tasks, into the lines of a batch file as OpenAI's batch API, vLLM's
 * `run-batch` and their likes read it. The custom ids are those of `batchId`. OpenAI takes one model
 * and 50,000 requests a file; see `shardBatch`.
 *
 * A task becomes its first prompt; planned calls carry their messages, so that a second batch can
 * ask for the second turns of those that were wrong.
 *
 * @throws TypeError at once for misuse, such as a setting that the Responses API does not have, and
 * on the way for a custom id that comes twice.
 *
 * @example
 * ```ts
 * await writeJsonl('batch.jsonl', toBatchRequests(tasks, { modelId: 'gpt-5-mini' }));
 * ```
 */
export function toBatchRequests(
  requests: Items<PlannedPrediction | Task>,
  options: BatchRequestOptions,
): AsyncGenerator<BatchRequest, void, undefined> {
  const { url = '/v1/chat/completions', maxTokensField = 'max_completion_tokens' } = options;
  if (url !== '/v1/chat/completions' && url !== '/v1/responses') {
    throw optionError('url', "'/v1/chat/completions' or '/v1/responses'", url);
  }
  if (maxTokensField !== 'max_completion_tokens' && maxTokensField !== 'max_tokens') {
    throw optionError('maxTokensField', "'max_completion_tokens' or 'max_tokens'", maxTokensField);
  }
  const unknown = chatOnlySettings.find((name) => options[name] !== undefined);
  if (url === '/v1/responses' && unknown !== undefined) {
    throw optionError(unknown, 'left out: /v1/responses does not have it', options[unknown]);
  }
  return makeLines(plannedRequests(requests, options), url, maxTokensField, options);
}

async function* makeLines(
  planned: AsyncIterable<PlannedRequest>,
  url: BatchUrl,
  maxTokensField: MaxTokensField,
  { modelId, extraBody }: BatchRequestOptions,
): AsyncGenerator<BatchRequest, void, undefined> {
  for await (const { customId, messages, sampling } of planned) {
    const body =
      url === '/v1/responses'
        ? responsesBody(modelId, messages, sampling)
        : chatBody(modelId, messages, sampling, maxTokensField);
    yield { custom_id: customId, method: 'POST', url, body: { ...body, ...extraBody } };
  }
}
