import { z } from 'zod';
import type { Conversation } from '../../core/conversation.js';
import { conversationSchema } from '../../core/conversation-schema.js';
import { describeIssues } from '../../data-files/describe-issues.js';
import { parseJson } from '../../values/parse-json.js';

/** What a record calls itself. */
export const recordFormatName = 'codeio-conversation';

/** The version of records that is written. */
export const recordVersion = 1;

/** The canonical row: a whole conversation, from which rows of every other format can be made. */
export interface ConversationRecord extends Conversation {
  readonly format: typeof recordFormatName;
  /** Grows when older readers would misread the row. */
  readonly version: number;
}

/** Writes a conversation as a canonical row. Write the rows with `writeJsonl`: numbers stay exact. */
export function toRecord(conversation: Conversation): ConversationRecord {
  const { task, prompt, turns, retryRequest, outcome } = conversation;
  return {
    format: recordFormatName,
    version: recordVersion,
    task,
    prompt,
    turns,
    retryRequest,
    outcome,
  };
}

const tagSchema = z.object({
  format: z.literal(recordFormatName).optional(),
  version: z
    .number()
    .int()
    .min(1)
    .max(recordVersion, `only versions up to ${recordVersion} can be read`)
    .optional(),
});

/** What formats need beyond that which it takes to verify a conversation again. */
const toldSchema = z.object({
  prompt: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
  turns: z.array(z.object({ feedback: z.string().optional() })),
  retryRequest: z.string(),
});

/**
 * Reads a canonical row: one of {@link toRecord}, a conversation as `writeJsonl` writes it, or a
 * row of {@link recordFormat}, whose column `record` holds the text.
 *
 * @throws TypeError whose message names the field and says what is wrong.
 */
export function fromRecord(row: unknown): Conversation {
  const value = unpack(row);
  for (const schema of [tagSchema, conversationSchema, toldSchema]) {
    const checked = schema.safeParse(value);
    if (!checked.success) throw new TypeError(describeIssues(checked.error));
  }
  // The row itself is used, not the schema's copy of it: its values are to stay as they are.
  const { task, prompt, turns, retryRequest, outcome } = value as Conversation;
  return { task, prompt, turns, retryRequest, outcome };
}

function unpack(row: unknown): unknown {
  const text = typeof row === 'object' && row !== null && 'record' in row ? row.record : undefined;
  if (typeof text !== 'string') return row;
  try {
    return parseJson(text);
  } catch (cause) {
    throw new TypeError(`record: ${(cause as Error).message}`, { cause });
  }
}
