import { z } from 'zod';
import type { BatchResponse, UnreadableBatchLine } from '../core/batch-result.js';
import { numberSchema, readResponseBody } from './read-response-body.js';
import { failedResponse, failureReason, toBatchResponse } from './to-batch-response.js';

const idSchema = z.object({ custom_id: z.string().min(1) });
const lineSchema = z.object({
  response: z
    .object({ status_code: numberSchema.nullish(), body: z.unknown().optional() })
    .nullish(),
  error: z.unknown().optional(),
});

/** An error in one of the forms of OpenAI, vLLM and SGLang: bare, a text, or inside an object. */
const codeSchema = z.union([z.string(), numberSchema.transform(String)]).nullish();
const errorSchema = z.object({
  message: z.string().optional().catch(undefined),
  code: codeSchema.catch(undefined),
});
type BatchError = z.infer<typeof errorSchema>;

/**
 * Reads one line of the response file or the error file of a batch: of OpenAI, vLLM's `run-batch`
 * (which writes errors into the response file) or SGLang.
 *
 * @param line - The number of the line, from 1.
 */
export function readBatchLine(row: unknown, line: number): BatchResponse | UnreadableBatchLine {
  const id = idSchema.safeParse(row);
  if (!id.success) return { status: 'unreadable', line, problem: 'it has no custom_id' };
  const customId = id.data.custom_id;
  const content = lineSchema.safeParse(row);
  if (!content.success) {
    const path = content.error.issues[0]?.path.join('.') ?? '';
    return failedResponse(customId, 'unreadable-body', `${path} is not what it should be`);
  }
  const { response, error: lineError } = content.data;
  const statusCode = response?.status_code ?? undefined;
  const error = findError(lineError) ?? findBodyError(response?.body);
  const isBad = statusCode !== undefined && (statusCode < 200 || statusCode >= 300);
  if (error !== undefined || isBad) {
    const { message, code } = error ?? {};
    const problem = message || code || 'the provider gives no reason';
    const shown = isBad ? `HTTP ${statusCode}: ${problem}` : problem;
    return failedResponse(customId, failureReason(code ?? undefined), shown, { statusCode });
  }
  if (response == null) {
    return failedResponse(customId, 'provider', 'there is neither a response nor an error');
  }
  const raw = readResponseBody(response.body);
  return raw === undefined
    ? failedResponse(
        customId,
        'unreadable-body',
        'the body is neither of the chat API nor of the Responses API',
        { statusCode },
      )
    : toBatchResponse(customId, raw);
}

/** OpenAI reports the error of an API in the body, as the API does. */
function findBodyError(body: unknown): BatchError | undefined {
  const { error } = (body ?? {}) as { error?: unknown };
  return error == null ? undefined : findError(error);
}

function findError(error: unknown): BatchError | undefined {
  if (typeof error === 'string' && error !== '') return { message: error, code: undefined };
  const bare = errorSchema.safeParse(error);
  if (!bare.success) return undefined;
  if (bare.data.message || bare.data.code) return bare.data;
  const { error: inner } = error as { error?: unknown };
  return inner == null ? undefined : findError(inner);
}
