import { extractAnswer } from '../answers/extract-answer.js';
import type { ChatMessage } from '../core/chat-message.js';
import type { Conversation, ConversationOutcome, Turn } from '../core/conversation.js';
import type { ModelReply, TokenUsage } from '../core/model-reply.js';
import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import type { JournalRecord, LineMeta } from '../journal/journal.js';
import { contentHash } from '../values/content-hash.js';
import { aboutTask, type FailedTask } from './failed-task.js';

/** A reply as the journal keeps it. Provider, model and settings stand in the journal's header. */
export interface StoredReply {
  readonly turn: number;
  /** Hash of the messages that the reply answers. */
  readonly messagesHash: string;
  readonly text: string;
  readonly reasoning?: string | undefined;
  readonly finishReason: string;
  readonly usage: TokenUsage;
}

/** A request that waits for its reply from elsewhere, as the journal keeps it. */
export interface StoredRequest {
  readonly turn: number;
  readonly messagesHash: string;
  /** What a failure row says about the task. */
  readonly about: Pick<FailedTask, 'taskId' | 'sample' | 'direction' | 'functionId' | 'entrypoint'>;
}

/** Takes from a planned call what the journal keeps. */
export function toStoredRequest(
  task: Task,
  { sample, turn, messages }: PlannedPrediction,
): StoredRequest {
  return { turn, messagesHash: contentHash(messages), about: aboutTask(task, sample) };
}

/** How a reply was paid for: at the usual prices, not at all (a response cache), or at those of batches. */
export type Billing = 'usual' | 'free' | 'batch';

const billings: readonly Billing[] = ['usual', 'free', 'batch'];

/** What is read of a step without the rest of its line. */
export interface StepMeta {
  readonly turn: number;
  readonly usage: TokenUsage;
  readonly billing: Billing;
}

/** Writes the turn that a step belongs to, what its call used, and how that was paid for. */
export function toMeta(turn: number, usage: TokenUsage | undefined, billing: Billing): LineMeta {
  const { inputTokens, cachedInputTokens, outputTokens } = usage ?? {};
  const counts = [inputTokens, cachedInputTokens, outputTokens].map((count) => count ?? null);
  return [turn, ...counts, billings.indexOf(billing)];
}

/** Reads what {@link toMeta} wrote; undefined for anything else. */
export function fromMeta(meta: LineMeta | undefined): StepMeta | undefined {
  if (meta === undefined) return undefined;
  const [turn, inputTokens, cachedInputTokens, outputTokens, billing = 0] = meta.map((field) =>
    typeof field === 'number' ? field : undefined,
  );
  if (turn === undefined) return undefined;
  const usage = { inputTokens, cachedInputTokens, outputTokens };
  return { turn, usage, billing: billings[billing] ?? 'usual' };
}

/** Takes from a prediction what the journal keeps. */
export function toStoredReply(
  prediction: Prediction,
  turn: number,
  messagesHash: string,
): StoredReply {
  const { text, reasoning, finishReason, usage } = prediction;
  return { turn, messagesHash, text, reasoning, finishReason, usage };
}

/** Makes a prediction of a stored reply: its answer is read anew. */
export function toPrediction(
  task: Task,
  { text, reasoning, finishReason, usage }: StoredReply,
  asked: Pick<ModelReply, 'provider' | 'modelId' | 'sampling' | 'sample'>,
): Prediction {
  const { provider, modelId, sampling, sample } = asked;
  const answer = extractAnswer(text, task.direction);
  return {
    text,
    reasoning,
    provider,
    modelId,
    finishReason,
    usage,
    sampling,
    sample,
    answer,
  };
}

/** Names the step of a finished conversation: the outcome is known without reading its line. */
export function conversationStep(outcome: ConversationOutcome): string {
  return `conversation/${outcome}`;
}

/** Reads what {@link conversationStep} wrote; undefined for every other step. */
export function outcomeOfStep(step: string): ConversationOutcome | undefined {
  return step.startsWith('conversation/')
    ? (step.slice('conversation/'.length) as ConversationOutcome)
    : undefined;
}

/** What a journal holds about one task. */
export interface StoredSteps {
  /** The last reply of each turn, turn 1 first. */
  readonly replies: ReadonlyMap<number, StoredReply>;
  /** The verdicts under the present settings, and the feedback. */
  readonly verdicts: ReadonlyMap<number, StoredVerdict>;
  /** Set when the conversation was finished under the present settings. */
  readonly outcome?: ConversationOutcome | undefined;
}

/** A verdict as the journal keeps it. */
interface StoredVerdict {
  readonly turn: number;
  readonly verdict: Verdict;
  readonly feedback?: string | undefined;
}

/** Sorts the records of one task. */
export function readSteps(records: readonly JournalRecord[]): StoredSteps {
  const replies = new Map<number, StoredReply>();
  const verdicts = new Map<number, StoredVerdict>();
  let outcome: ConversationOutcome | undefined;
  for (const { step, data, isCurrent } of records) {
    const fields: unknown = data;
    if (step === 'prediction') {
      const reply = fields as StoredReply;
      replies.set(reply.turn, reply);
    } else if (isCurrent && step === 'verdict') {
      const stored = fields as StoredVerdict;
      verdicts.set(stored.turn, stored);
    } else if (isCurrent) {
      outcome = outcomeOfStep(step);
    }
  }
  return { replies, verdicts, outcome };
}

/** Puts a finished conversation together again; undefined when the journal does not hold all of it. */
export function restoreConversation(
  task: Task,
  prompt: readonly ChatMessage[],
  retryRequest: string,
  { replies, verdicts, outcome }: StoredSteps,
  asked: Pick<ModelReply, 'provider' | 'modelId' | 'sampling' | 'sample'>,
): Conversation | undefined {
  if (outcome === undefined || verdicts.size === 0) return undefined;
  const turns: Turn[] = [];
  for (let turn = 1; turn <= verdicts.size; turn++) {
    const reply = replies.get(turn);
    const stored = verdicts.get(turn);
    if (reply === undefined || stored === undefined) return undefined;
    const prediction = toPrediction(task, reply, asked);
    const { verdict, feedback } = stored;
    turns.push({ prediction, verdict, ...(feedback !== undefined && { feedback }) });
  }
  return { task, prompt, turns, retryRequest, outcome };
}
