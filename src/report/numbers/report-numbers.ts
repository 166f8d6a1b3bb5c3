import type { Conversation } from '../../core/conversation.js';
import type { Direction } from '../../core/task.js';
import { stringifyJson } from '../../values/stringify-json.js';
import { shortenName } from '../sample/shorten-text.js';
import type { Counter } from './counter.js';
import { createFunctionRates, type FunctionRate } from './function-rates.js';
import { createModelUses, type ModelUse } from './model-uses.js';
import {
  createGroupedOutcomes,
  createOutcomeCounter,
  type OutcomeCounts,
} from './outcome-counts.js';
import { bucketStart, coarseSteps } from './size-buckets.js';
import { createTokenUse, type PricesOf, type TokenUse } from './token-use.js';
import { createTurnAccuracy, type TurnAccuracy } from './turn-accuracy.js';
import { createTurnFlow, type TurnFlow } from './turn-flow.js';

/** Everything that the report counts. All conversations are in it, whatever the browser shows. */
export interface ReportNumbers {
  readonly conversations: number;
  readonly outcomes: { readonly [D in Direction]: OutcomeCounts };
  readonly accuracy: readonly TurnAccuracy[];
  readonly flows: readonly TurnFlow[];
  readonly categories: ReadonlyMap<string, OutcomeCounts>;
  /** By the start of the bucket of the operations that the call took; empty when none are known. */
  readonly operations: ReadonlyMap<number, OutcomeCounts>;
  /** By the start of the bucket of the interpreter's steps; empty when none are known. */
  readonly steps: ReadonlyMap<number, OutcomeCounts>;
  /** By the start of the bucket of the characters of the output's JSON. */
  readonly outputSizes: ReadonlyMap<number, OutcomeCounts>;
  readonly tokens: TokenUse;
  readonly functions: readonly FunctionRate[];
  readonly models: readonly ModelUse[];
}

/** What conversations about a function without a category are counted under. */
export const noCategory = 'no category';

/** What a conversation is counted under by category. */
export function categoryOf({ task }: Conversation): string {
  return shortenName(task.function.category ?? noCategory);
}

/** Counts everything at once, in memory that grows with functions and categories only. */
export function createReportNumbers(pricesOf: PricesOf): Counter<ReportNumbers> {
  let conversations = 0;
  const counters = {
    outcomes: createOutcomeCounter(),
    accuracy: createTurnAccuracy(),
    flows: createTurnFlow(),
    categories: createGroupedOutcomes(categoryOf),
    operations: createGroupedOutcomes(({ task }) => startOf(task.pair.operations)),
    steps: createGroupedOutcomes(({ task }) => startOf(task.pair.steps)),
    outputSizes: createGroupedOutcomes(({ task }) =>
      bucketStart(stringifyJson(task.pair.output).length, coarseSteps),
    ),
    tokens: createTokenUse(pricesOf),
    functions: createFunctionRates(),
    models: createModelUses(),
  };
  const all: readonly Counter<unknown>[] = Object.values(counters);
  return {
    add(conversation: Conversation) {
      conversations++;
      for (const counter of all) counter.add(conversation);
    },
    result: () => ({
      conversations,
      outcomes: counters.outcomes.result(),
      accuracy: counters.accuracy.result(),
      flows: counters.flows.result(),
      categories: counters.categories.result(),
      operations: counters.operations.result(),
      steps: counters.steps.result(),
      outputSizes: counters.outputSizes.result(),
      tokens: counters.tokens.result(),
      functions: counters.functions.result(),
      models: counters.models.result(),
    }),
  };
}

function startOf(size: number | undefined): number | undefined {
  return size === undefined ? undefined : bucketStart(size, coarseSteps);
}
