import { fileURLToPath } from 'node:url';
import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModel } from 'ai';
import { wrapLanguageModel } from 'ai';
import { cacheResponses, replayModel } from 'codeio';

/** Replies of a language model to the prompts of the quickstart, recorded one prompt at a time. */
const recordedResponses = fileURLToPath(new URL('../recorded-responses', import.meta.url));

/**
 * With `OPENAI_API_KEY` (and, for a server of your own, `OPENAI_BASE_URL` and `CODEIO_MODEL`) a real
 * model whose replies are cached in `output/responses`; without it the recorded replies.
 */
export function chooseModel(): { model: Exclude<LanguageModel, string>; description: string } {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, CODEIO_MODEL: name } = process.env;
  if (apiKey === undefined || apiKey === '') {
    const model = replayModel({
      directory: recordedResponses,
      provider: 'recorded',
      modelId: 'claude',
    });
    return { model, description: 'recorded responses (set OPENAI_API_KEY to ask a model)' };
  }
  const openai = createOpenAI({ apiKey, ...(baseURL && { baseURL }) });
  const id = name || 'gpt-5-mini';
  const model = wrapLanguageModel({
    // Servers of one's own speak the chat API; OpenAI's newer one is for OpenAI.
    model: baseURL ? openai.chat(id) : openai(id),
    middleware: cacheResponses({ directory: 'output/responses', namespace: baseURL }),
  });
  return { model, description: baseURL ? `${id} at ${baseURL}` : id };
}
