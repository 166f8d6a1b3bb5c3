import type { ConversationOutcome } from '../core/conversation.js';
import type { TokenUsage } from '../core/model-reply.js';
import type { Direction } from '../core/task.js';
import type { VerdictStatus } from '../core/verdict.js';
import type { LimiterState } from '../generation/limiter.js';
import type { FailureReason } from './failed-task.js';

/** How many of something there are of each kind; kinds that did not occur are absent. */
export type Counts<Kind extends string> = { readonly [K in Kind]?: number };

/** Why a run ended before its source did. */
export type StopReason =
  /** The caller's signal was aborted. */
  | 'signal'
  /** The next call does not fit into the budget. */
  | 'budget'
  /** Nearly all calls failed. */
  | 'error-rate'
  /** The consumer left the loop. */
  | 'consumer'
  /** Source, disk or consumer failed. */
  | 'error';

/** Numbers of calls and what became of them. */
export interface CallCounts {
  /** Replies of the model in this session, billed. */
  readonly replied: number;
  /** Replies from a response cache, free. */
  readonly cached: number;
  /** Replies that an earlier session had left in the journal, free. */
  readonly stored: number;
  /** Attempts that were refused with 429. */
  readonly rateLimited: number;
  /** Attempts that failed otherwise. */
  readonly failed: number;
}

/** Where a run stands, or how it ended. `tasks` is always `conversations + failures + pending`. */
export interface RunSummary {
  readonly status: 'running' | 'complete' | 'stopped';
  /** Absent while the run goes on and when it is complete. */
  readonly stoppedBy?: StopReason | undefined;
  /** Tasks taken from the source, each times `samples`; those that came twice are counted once. */
  readonly tasks: number;
  /** How many tasks there will be, where that is known. */
  readonly total?: number | undefined;
  readonly conversations: number;
  readonly failures: number;
  /** Tasks that are neither finished nor failed. */
  readonly pending: number;
  /** Tasks of the source that had been there before. */
  readonly duplicates: number;
  /** Functions of the source that gave no pair. */
  readonly functionsWithoutPairs: number;
  /** How many of the conversations an earlier session had finished. */
  readonly storedConversations: number;
  readonly outcomes: Counts<ConversationOutcome>;
  /** The outcomes by the predicted side. */
  readonly directions: { readonly [D in Direction]: Counts<ConversationOutcome> };
  /** The verdicts of each turn, by the predicted side. */
  readonly turns: readonly { readonly [D in Direction]: Counts<VerdictStatus> }[];
  readonly failureReasons: Counts<FailureReason>;
  readonly calls: CallCounts;
  /** Tokens of the calls that were billed in this session; sums of what the provider told. */
  readonly usage: TokenUsage;
  /** What the run has cost, earlier sessions included; absent without prices. */
  readonly cost?: RunCost | undefined;
  /** Absent when no call was made. */
  readonly limiter?: LimiterState | undefined;
  /** The mean time from the start of a call to its reply, in milliseconds; absent when there was none. */
  readonly meanCallMs?: number | undefined;
  /** How long this session has taken, in milliseconds. */
  readonly durationMs: number;
}

/** What a run has cost, in the currency of the prices. */
export interface RunCost {
  /** The sum of all calls whose cost is known. */
  readonly amount: number;
  /** Calls whose usage the provider did not tell: they cost something, but nobody knows what. */
  readonly unknownCalls: number;
}
