import { z } from 'zod';
import type { Direction } from '../core/task.js';
import { describeIssues } from '../data-files/describe-issues.js';
import type { PromptTemplate } from '../prompts/prompt-template.js';
import { conversationOutcome } from '../revision/conversation-outcome.js';
import { contentHash } from '../values/content-hash.js';
import {
  type FeedbackMeaning,
  type FeedbackReader,
  readFeedback,
} from './recovery/read-feedback.js';
import { type ReadPrompt, readPrompt } from './recovery/read-prompt.js';
import type { RecoveredConversation, RecoveredTurn } from './recovery/recovered-conversation.js';
import { isPublishedRetry, splitRetry } from './recovery/split-retry.js';

/** What may be known about rows beforehand. */
export interface FromCodeIOOptions {
  /**
   * The request to try again that closes `feedback_1`.
   * @defaultValue that of the published data, `defaultRetryRequest`, or else the last paragraph
   */
  readonly retryRequest?: string | undefined;
  /**
   * The template that the prompts were made from.
   * @defaultValue that of the published data, or one of `promptTemplates`
   */
  readonly template?: PromptTemplate | undefined;
  /**
   * Reads the feedback texts of a formatter of your own; the usual ones are read where it gives
   * `undefined`.
   */
  readonly readFeedback?: FeedbackReader | undefined;
}

/** A row that was read, or why it could not be. */
export type RecoveredRow =
  | { readonly status: 'recovered'; readonly conversation: RecoveredConversation }
  | {
      readonly status: 'unreadable';
      /** The field and what is wrong with it. */
      readonly problem: string;
    };

const rowSchema = z.object({
  prompt: z.string().min(1),
  turn_1: z.string(),
  feedback_1: z.string(),
  turn_2: z.string().nullish(),
  feedback_2: z.string().nullish(),
});

/**
 * Reads rows of the five-field format back, ours or the published ones
 * (`hkust-nlp/CodeIO-PyEdu-Reasoning`): what was predicted, how each turn was judged, the parts of
 * the prompt, and the feedback without the request to try again. The result can be written in any
 * format of conversations; function and truth are not in the rows: `recoverTask` makes a task of what the prompt shows.
 *
 * The judgement is read off the feedback. Published messages of exceptions can be any text: in a
 * published row that predicts an input, every other feedback is a `runtime-error`; its time-outs
 * are a `step-limit`.
 *
 * @returns For a row what was read or why it could not be; for a list of rows a list of these. A
 * bad row stops no other.
 */
export function fromCodeIO(
  rows: readonly unknown[],
  options?: FromCodeIOOptions,
): readonly RecoveredRow[];
export function fromCodeIO(row: unknown, options?: FromCodeIOOptions): RecoveredRow;
export function fromCodeIO(
  rows: unknown,
  options: FromCodeIOOptions = {},
): RecoveredRow | readonly RecoveredRow[] {
  return Array.isArray(rows)
    ? rows.map((row: unknown) => readRow(row, options))
    : readRow(rows, options);
}

/** Reads one row, whatever it is. */
function readRow(row: unknown, options: FromCodeIOOptions): RecoveredRow {
  const checked = rowSchema.safeParse(row);
  if (!checked.success) return unreadable(describeIssues(checked.error));
  const { prompt, turn_1, feedback_1, turn_2, feedback_2 } = checked.data;
  const hasSecond = typeof turn_2 === 'string';
  if (hasSecond !== (typeof feedback_2 === 'string')) {
    return unreadable(`${hasSecond ? 'feedback_2' : 'turn_2'}: it is missing`);
  }
  const { feedback, retryRequest } = splitRetry(feedback_1, hasSecond, options.retryRequest);
  const readPromptParts = readPrompt(prompt, options.template);
  const isPublished = readPromptParts?.isPublished === true || isPublishedRetry(retryRequest);
  const told = hasSecond ? [feedback, feedback_2 ?? ''] : [feedback];
  const meanings = told.map((text) => readMeaning(text, readPromptParts, isPublished, options));
  const unclear = meanings.indexOf(undefined);
  if (unclear >= 0) {
    return unreadable(`feedback_${unclear + 1}: it does not tell how the answer was judged`);
  }
  const direction = findDirection(meanings, readPromptParts);
  if (typeof direction !== 'string') return unreadable(direction.problem);
  if (hasSecond && meanings[0]?.status === 'correct') {
    return unreadable('turn_2: the answer before it was right');
  }
  const answers = hasSecond ? [turn_1, turn_2] : [turn_1];
  const turns = answers.map((text, index): RecoveredTurn => {
    const status = meanings[index]?.status ?? 'unverifiable';
    return { prediction: { text, sample: 0 }, verdict: { status }, feedback: told[index] ?? '' };
  });
  return {
    status: 'recovered',
    conversation: {
      task: {
        id: contentHash({ prompt, direction }),
        direction,
        parts: readPromptParts?.parts ?? {},
      },
      prompt: [{ role: 'user', content: prompt }],
      turns,
      retryRequest,
      outcome: conversationOutcome(turns.map(({ verdict }) => verdict.status)),
    },
  };
}

function unreadable(problem: string): RecoveredRow {
  return { status: 'unreadable', problem };
}

function readMeaning(
  feedback: string,
  prompt: ReadPrompt | undefined,
  isPublished: boolean,
  options: FromCodeIOOptions,
): FeedbackMeaning | undefined {
  const meaning = options.readFeedback?.(feedback) ?? readFeedback(feedback);
  if (meaning !== undefined || !isPublished || prompt?.direction === 'output') return meaning;
  return { status: 'runtime-error', direction: 'input' };
}

/** What was predicted, when all that speaks of it agrees. */
function findDirection(
  meanings: readonly (FeedbackMeaning | undefined)[],
  prompt: ReadPrompt | undefined,
): Direction | { readonly problem: string } {
  const told = [...meanings.map((meaning) => meaning?.direction), prompt?.direction];
  const found = new Set(told.filter((direction) => direction !== undefined));
  const [direction] = found;
  if (direction === undefined) {
    return { problem: 'prompt: neither it nor the feedback tells which side was predicted' };
  }
  if (found.size === 1) return direction;
  return { problem: 'prompt: it and the feedback tell of different sides that were predicted' };
}
