import { z } from 'zod';
import type { BatchResponse, UnreadableBatchLine } from '../core/batch-result.js';
import { failedResponse, toBatchResponse } from './to-batch-response.js';
import { toTokenUsage } from './token-usage.js';

const count = z.number().optional().catch(undefined);

/** The AI SDK's items as far as they are read here, because its API may change in any version. */
const itemSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('succeeded'),
    id: z.string(),
    text: z.string(),
    content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
    finishReason: z.string(),
    usage: z.object({
      inputTokens: count,
      inputTokenDetails: z.object({ cacheReadTokens: count }).optional(),
      outputTokens: count,
      outputTokenDetails: z.object({ reasoningTokens: count }).optional(),
      totalTokens: count,
    }),
    response: z.object({ modelId: z.string().optional() }).optional(),
  }),
  z.object({
    status: z.enum(['failed', 'cancelled', 'expired']),
    id: z.string(),
    error: z.object({ message: z.string(), statusCode: z.number().optional() }).optional(),
  }),
]);

/**
 * Reads one result of the AI SDK's batch API.
 *
 * @param line - Its number, from 1.
 */
export function readBatchItem(item: unknown, line: number): BatchResponse | UnreadableBatchLine {
  const read = itemSchema.safeParse(item);
  if (!read.success) {
    const path = read.error.issues[0]?.path.join('.') || 'the item';
    const { id } = (item ?? {}) as { id?: unknown };
    return typeof id === 'string'
      ? failedResponse(id, 'unreadable-body', `${path} is not what it should be`)
      : { status: 'unreadable', line, problem: 'it has no id' };
  }
  if (read.data.status === 'succeeded') {
    const { id, text, content, finishReason, usage, response } = read.data;
    const thought = content.filter(({ type }) => type === 'reasoning');
    return toBatchResponse(id, {
      text,
      reasoning: thought.map((part) => part.text ?? '').join(''),
      finishReason,
      usage: toTokenUsage(usage as Parameters<typeof toTokenUsage>[0]),
      modelId: response?.modelId,
    });
  }
  const { id, status, error } = read.data;
  const reason = status === 'failed' ? 'provider' : status;
  const { message = `the request was ${status}`, statusCode } = error ?? {};
  const shown = statusCode === undefined ? message : `HTTP ${statusCode}: ${message}`;
  return failedResponse(id, reason, shown, { statusCode });
}
