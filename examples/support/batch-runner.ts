import { generateText, type LanguageModel } from 'ai';
import { type BatchRequest, readJsonl, writeJsonl } from 'codeio';

type Messages = NonNullable<Parameters<typeof generateText>[0]['messages']>;

/** Stands for a provider's batch API, or vLLM's `run-batch`: a file of requests becomes one of responses. */
export async function runBatchFile(
  requests: string,
  responses: string,
  model: LanguageModel,
): Promise<number> {
  async function* answers() {
    for await (const { custom_id, body } of readJsonl<BatchRequest>(requests)) {
      const { text } = await generateText({ model, messages: body.messages as Messages });
      const choices = [
        { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: text } },
      ];
      yield {
        id: `batch-${custom_id}`,
        custom_id,
        response: { status_code: 200, request_id: custom_id, body: { model: body.model, choices } },
        error: null,
      };
    }
  }
  return writeJsonl(responses, answers());
}
