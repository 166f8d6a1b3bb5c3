import { z } from 'zod';
import type { Conversation, ConversationOutcome } from '../core/conversation.js';
import { conversationSchema, verdictStatusSchema } from '../core/conversation-schema.js';
import type { Task } from '../core/task.js';
import { taskSchema } from '../core/task-schema.js';
import type { VerdictStatus } from '../core/verdict.js';
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
  requireShape(reverifiableRowSchema, row);
  const { task, turns } = row;
  return { task, turns, hasContentId: false };
}

const shownIssues = 3;

/** The row itself is used, not the schema's copy of it: its values are to stay as they are. */
function requireShape(schema: z.ZodType, row: unknown): void {
  const checked = schema.safeParse(row);
  if (checked.success) return;
  throw new TypeError(describeIssues(checked.error));
}

/** Puts what a schema found wrong on one line. */
export function describeIssues({ issues }: z.ZodError): string {
  const shown = issues.slice(0, shownIssues).map(({ path, message }) => {
    return `${path.length > 0 ? path.join('.') : 'the row'}: ${message}`;
  });
  if (issues.length > shownIssues) shown.push(`and ${issues.length - shownIssues} more`);
  return shown.join('; ');
}
