import type { ChatMessage } from '../core/chat-message.js';
import type { Conversation, Turn } from '../core/conversation.js';
import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import { BudgetExceededError } from '../errors/budget-exceeded-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { RevisionError } from '../errors/revision-error.js';
import { type PredictOptions, predict } from '../generation/predict.js';
import { buildPrompt } from '../prompts/build-prompt.js';
import { type FeedbackFormatter, formatFeedback } from '../verification/format-feedback.js';
import { type VerifyOptions, verify } from '../verification/verify.js';
import { buildTurnMessages } from './build-turn-messages.js';
import { conversationOutcome } from './conversation-outcome.js';
import type { StopCondition } from './stop-condition.js';

/** What is appended to feedback that asks for another attempt. */
export const defaultRetryRequest =
  'Please try once more, and do not give any of your wrong answers again. End with the JSON object as before.';

/**
 * Makes the prediction of one turn. `predict` is one; write your own to take replies from elsewhere.
 *
 * @param options - The options of `revise`, with the messages to send.
 * @param turn - The number of the turn, from 1.
 */
export type Predictor = (
  task: Task,
  options: PredictOptions & { readonly messages: readonly ChatMessage[] },
  turn: number,
) => Promise<Prediction>;

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
  /**
   * Makes the predictions.
   * @defaultValue `predict`
   */
  readonly predictor?: Predictor | undefined;
  /** Gets every finished turn with its number, from 1, before the next one begins. */
  readonly onTurn?: ((turn: Turn, number: number) => void) | undefined;
}

/**
 * Holds a revision conversation (CodeI/O++, paper §2.4): the model predicts, the sandbox verifies,
 * and a wrong prediction gets execution feedback and another attempt. Ends when a prediction is
 * correct, cannot be verified, or the turns are used up.
 *
 * @throws RevisionError when a model call fails for good; it carries the finished turns.
 * @throws BudgetExceededError when the next call does not fit into `budget`.
 * @throws the signal's reason when it is aborted.
 */
export async function revise(task: Task, options: ReviseOptions): Promise<Conversation> {
  const { feedback = formatFeedback, retryRequest = defaultRetryRequest, stopWhen } = options;
  const maxTurns = requireInteger('maxTurns', options.maxTurns ?? 2, 1);
  const prompt = buildPrompt(task, options);
  const turns: Turn[] = [...(options.turns ?? [])];

  while (!isOver(task, turns, maxTurns, stopWhen)) {
    const messages = buildTurnMessages(prompt, turns, retryRequest);
    const turn = await takeTurn(task, messages, turns, { ...options, feedback });
    turns.push(turn);
    options.onTurn?.(turn, turns.length);
  }
  const outcome = conversationOutcome(turns.map(({ verdict }) => verdict.status));
  return { task, prompt, turns, retryRequest, outcome };
}

async function takeTurn(
  task: Task,
  messages: readonly ChatMessage[],
  history: readonly Turn[],
  options: ReviseOptions & { readonly feedback: FeedbackFormatter },
): Promise<Turn> {
  const { predictor = predict } = options;
  const turn = history.length + 1;
  const prediction = await predictor(task, { ...options, messages }, turn).catch(
    (cause: unknown) => {
      options.signal?.throwIfAborted();
      // Neither misuse nor an empty purse says anything about this task.
      if (cause instanceof TypeError || cause instanceof BudgetExceededError) throw cause;
      throw new RevisionError(task.id, [...history], cause);
    },
  );
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
