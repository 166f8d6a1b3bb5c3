import type { Conversation, ConversationOutcome } from '../core/conversation.js';
import type { ModelCallEvent } from '../core/model-call-event.js';
import type { TokenUsage } from '../core/model-reply.js';
import type { Direction } from '../core/task.js';
import type { VerdictStatus } from '../core/verdict.js';
import { costOf } from '../spending/cost-of.js';
import type { ModelPrices } from '../spending/model-prices.js';
import type { FailedTask, FailureReason } from './failed-task.js';
import type { CallCounts, Counts, RunCost, RunSummary } from './run-summary.js';
import type { Billing } from './step-records.js';

type Tally<Kind extends string> = { [K in Kind]?: number };
type BySide<Kind extends string> = { readonly [D in Direction]: Tally<Kind> };

/** Counts what happens in a run. */
export interface RunCounter {
  countTask(): void;
  countDuplicate(): void;
  countWithoutPairs(): void;
  /** A reply or failure of an earlier session that had cost something. */
  countEarlier(usage: TokenUsage, billing: Billing): void;
  /** A reply that was taken from the journal. */
  countStoredReply(): void;
  countCall(call: ModelCallEvent): void;
  /** A finished conversation; without its turns when it was not read from the journal. */
  countConversation(
    conversation: Pick<Conversation, 'task' | 'outcome'> & Partial<Pick<Conversation, 'turns'>>,
    isStored: boolean,
  ): void;
  countFailure(failure: Pick<FailedTask, 'reason'>): void;
  /** The cost so far; undefined without prices. */
  cost(): RunCost | undefined;
  summary(): Omit<RunSummary, 'status' | 'stoppedBy' | 'total' | 'limiter' | 'durationMs'>;
}

const usageFields = [
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'reasoningTokens',
  'totalTokens',
] as const;

/** Starts counting. */
export function createRunCounter(prices: ModelPrices | undefined): RunCounter {
  const counts = { tasks: 0, conversations: 0, failures: 0 };
  const aside = { duplicates: 0, functionsWithoutPairs: 0, storedConversations: 0 };
  const calls: { -readonly [K in keyof CallCounts]: number } = {
    replied: 0,
    cached: 0,
    stored: 0,
    rateLimited: 0,
    failed: 0,
  };
  const usage: { -readonly [K in keyof TokenUsage]: number } = {};
  const outcomes: Tally<ConversationOutcome> = {};
  const directions: BySide<ConversationOutcome> = { output: {}, input: {} };
  const turns: BySide<VerdictStatus>[] = [];
  const failureReasons: Tally<FailureReason> = {};
  const cost = { amount: 0, unknownCalls: 0 };
  let callsMs = 0;

  const spend = (used: TokenUsage, isBatch = false): void => {
    if (prices === undefined) return;
    const amount = costOf(used, prices, { isBatch });
    if (amount === undefined) cost.unknownCalls++;
    else cost.amount += amount;
  };
  return {
    countTask() {
      counts.tasks++;
    },
    countDuplicate() {
      aside.duplicates++;
    },
    countWithoutPairs() {
      aside.functionsWithoutPairs++;
    },
    countEarlier(used, billing) {
      if (billing !== 'free') spend(used, billing === 'batch');
    },
    countStoredReply() {
      calls.stored++;
    },
    countCall(call) {
      if (call.type === 'rate-limited') calls.rateLimited++;
      else if (call.type === 'failed') calls.failed++;
      else if (call.isCached) calls.cached++;
      else {
        calls.replied++;
        callsMs += call.durationMs;
        for (const field of usageFields) {
          const count = call.usage[field];
          if (count !== undefined) usage[field] = (usage[field] ?? 0) + count;
        }
        spend(call.usage);
      }
    },
    countConversation({ task, outcome, turns: finished = [] }, isStored) {
      counts.conversations++;
      if (isStored) aside.storedConversations++;
      add(outcomes, outcome);
      add(directions[task.direction], outcome);
      for (const [index, { verdict }] of finished.entries()) {
        turns[index] ??= { output: {}, input: {} };
        add((turns[index] as BySide<VerdictStatus>)[task.direction], verdict.status);
      }
    },
    countFailure({ reason }) {
      counts.failures++;
      add(failureReasons, reason);
    },
    cost() {
      return prices === undefined ? undefined : { ...cost };
    },
    summary() {
      return {
        ...counts,
        pending: counts.tasks - counts.conversations - counts.failures,
        ...aside,
        outcomes: { ...outcomes },
        directions: copySides(directions),
        turns: turns.map(copySides),
        failureReasons: { ...failureReasons },
        calls: { ...calls },
        usage: { ...usage },
        ...(calls.replied > 0 && { meanCallMs: callsMs / calls.replied }),
        ...(prices !== undefined && { cost: { ...cost } }),
      };
    },
  };
}

function add<Kind extends string>(tally: Tally<Kind>, kind: Kind): void {
  tally[kind] = (tally[kind] ?? 0) + 1;
}

function copySides<Kind extends string>(sides: BySide<Kind>): { [D in Direction]: Counts<Kind> } {
  return { output: { ...sides.output }, input: { ...sides.input } };
}
