import type { ChatMessage } from '../core/chat-message.js';
import type { Conversation, ConversationOutcome, Turn } from '../core/conversation.js';
import type { Task } from '../core/task.js';
import { requireInteger } from '../errors/require-integer.js';
import { RevisionError } from '../errors/revision-error.js';
import { type PredictOptions, predict } from '../generation/predict.js';
import { buildPrompt } from '../prompts/build-prompt.js';
import { type FeedbackFormatter, formatFeedback } from '../verification/format-feedback.js';
import { type VerifyOptions, verify } from '../verification/verify.js';
import { buildTurnMessages } from './build-turn-messages.js';
import type { StopCondition } from './stop-condition.js';

/** What is appended to feedback that asks for another attempt. */
export const defaultRetryRequest =
  'Please try once more, and do not give any of your wrong answers again. End with the JSON object as before.';

/** How a conversation is held. */
export interface ReviseOptions extends Omit<PredictOptions, 'messages'>, VerifyOptions {
  /**
   * Attempts at most.
   * @defaultValue 2
   */
  readonly maxTurns?: number | undefined;
  /** Ends the conversation earlier, after a wrong turn. */
  readonly stopWhen?: StopCondition | undefined;
  /**
   * Puts a verdict into words.
   * @defaultValue `formatFeedback`
   */
  readonly feedback?: FeedbackFormatter | undefined;
  /**
   * Asks for another attempt, after the feedback.
   * @defaultValue `defaultRetryRequest`
   */
  readonly retryRequest?: string | undefined;
  /**
   * Finished turns to go on from, such as those of a `RevisionError`.
   * @defaultValue none
   */
  readonly turns?: readonly Turn[] | undefined;
}

/**
 * Holds a revision conversation (CodeI/O++, paper §2.4): the model predicts, the sandbox verifies,
 * and a wrong prediction gets execution feedback and another attempt. Ends when a prediction is
 * correct, cannot be verified, or the turns are used up.
 *
 * @throws RevisionError when a model call fails for good; it carries the finished turns.
 * @throws the signal's reason when it is aborted.
 */
export async function revise(task: Task, options: ReviseOptions): Promise<Conversation> {
  const { feedback = formatFeedback, retryRequest = defaultRetryRequest, stopWhen } = options;
  const maxTurns = requireInteger('maxTurns', options.maxTurns ?? 2, 1);
  const prompt = buildPrompt(task, options);
  const turns: Turn[] = [...(options.turns ?? [])];

  while (!isOver(task, turns, maxTurns, stopWhen)) {
    const messages = buildTurnMessages(prompt, turns, retryRequest);
    turns.push(await takeTurn(task, messages, turns, { ...options, feedback }));
  }
  return { task, prompt, turns, retryRequest, outcome: outcomeOf(turns) };
}

async function takeTurn(
  task: Task,
  messages: readonly ChatMessage[],
  history: readonly Turn[],
  options: ReviseOptions & { readonly feedback: FeedbackFormatter },
): Promise<Turn> {
  const prediction = await predict(task, { ...options, messages }).catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw cause instanceof TypeError ? cause : new RevisionError(task.id, [...history], cause);
  });
  const verdict = await verify(task, prediction, options);
  return verdict.status === 'unverifiable'
    ? { prediction, verdict }
    : { prediction, verdict, feedback: options.feedback(task, verdict, history) };
}

function isOver(
  task: Task,
  turns: readonly Turn[],
  maxTurns: number,
  stopWhen: StopCondition | undefined,
): boolean {
  const status = turns.at(-1)?.verdict.status;
  if (status === undefined) return false;
  if (status === 'correct' || status === 'unverifiable') return true;
  return turns.length >= maxTurns || (stopWhen?.({ task, turns }) ?? false);
}

function outcomeOf(turns: readonly Turn[]): ConversationOutcome {
  const status = turns.at(-1)?.verdict.status;
  if (status === 'unverifiable') return 'unverifiable';
  if (status !== 'correct') return 'unsolved';
  return turns.length === 1 ? 'correct' : 'revised';
}
