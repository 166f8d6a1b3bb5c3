import { z } from 'zod';
import type { Conversation, ConversationOutcome } from '../core/conversation.js';
import { conversationSchema, verdictStatusSchema } from '../core/conversation-schema.js';
import type { Task } from '../core/task.js';
import { taskSchema } from '../core/task-schema.js';
import type { VerdictStatus } from '../core/verdict.js';
import { requireShape } from '../data-files/require-shape.js';
import { parseJson } from '../values/parse-json.js';

/** What a dataset says about a reply: the verdict by name, or just whether it is right. */
export type ClaimedVerdict = VerdictStatus | boolean;

/** What it takes to check a row of whatever dataset. */
export interface ReverifiableRow {
  readonly task: Task;
  /** The replies of a model, in order. None: the truth of the task is checked, and nothing else. */
  readonly turns: readonly {
    /** The reply, as the model wrote it. */
    readonly text: string;
    /** Absent when the dataset does not say. */
    readonly claimed?: ClaimedVerdict | undefined;
  }[];
}

/** A row that was read, and what it claims about itself as a whole. */
export interface ClaimingRow extends ReverifiableRow {
  /** Absent from rows of other datasets. */
  readonly outcome?: ConversationOutcome | undefined;
  /** Whether the task's id is to be the hash of its content. */
  readonly hasContentId: boolean;
}

const reverifiableRowSchema = z.object({
  task: taskSchema,
  turns: z.array(
    z.object({
      text: z.string(),
      claimed: z.union([verdictStatusSchema, z.boolean()]).optional(),
    }),
  ),
});

/**
 * Reads a canonical conversation; a string is read as its JSON text.
 *
 * @throws TypeError, or JsonSyntaxError, whose message says what is wrong with the row.
 */
export function readConversationRow(row: unknown): ClaimingRow {
  const value: unknown = typeof row === 'string' ? parseJson(row) : row;
  // The row itself is used, not the schema's copy of it: its values are to stay as they are.
  requireShape(conversationSchema, value);
  const { task, turns, outcome } = value as Conversation;
  return {
    task,
    turns: turns.map(({ prediction, verdict }) => {
      return { text: prediction.text, claimed: verdict.status };
    }),
    outcome,
    hasContentId: true,
  };
}

/**
 * Checks what a caller's function made of a row.
 *
 * @throws TypeError whose message says what is wrong with it.
 */
export function requireReverifiable(row: ReverifiableRow): ClaimingRow {
  // Not the schema's copy here either.
  requireShape(reverifiableRowSchema, row);
  const { task, turns } = row;
  return { task, turns, hasContentId: false };
}
