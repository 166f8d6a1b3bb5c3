import { z } from 'zod';
import type { ConversationOutcome } from './conversation.js';
import { taskSchema } from './task-schema.js';
import type { VerdictStatus } from './verdict.js';

/** Every judgement: a key that is missing or too many does not compile. */
const verdictStatuses: Readonly<Record<VerdictStatus, VerdictStatus>> = {
  correct: 'correct',
  mismatch: 'mismatch',
  'no-answer': 'no-answer',
  'invalid-input': 'invalid-input',
  'runtime-error': 'runtime-error',
  'step-limit': 'step-limit',
  'out-of-memory': 'out-of-memory',
  unverifiable: 'unverifiable',
};

const outcomes: Readonly<Record<ConversationOutcome, ConversationOutcome>> = {
  correct: 'correct',
  revised: 'revised',
  unsolved: 'unsolved',
  unverifiable: 'unverifiable',
};

/** Checks the name of a judgement that comes from outside. */
export const verdictStatusSchema: z.ZodType<VerdictStatus> = z.enum(verdictStatuses);

/** Checks of a conversation that comes from outside what it takes to verify it again. */
export const conversationSchema: z.ZodType = z.object({
  task: taskSchema,
  turns: z
    .array(
      z.object({
        prediction: z.object({ text: z.string() }),
        verdict: z.object({ status: verdictStatusSchema }),
      }),
    )
    .min(1),
  outcome: z.enum(outcomes),
});
