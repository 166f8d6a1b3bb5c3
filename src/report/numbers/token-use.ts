import type { TokenUsage } from '../../core/model-reply.js';
import { costOf } from '../../spending/cost-of.js';
import { knownCount } from '../../spending/known-count.js';
import type { ModelPrices } from '../../spending/model-prices.js';
import { createMoneySum } from '../../spending/money-sum.js';
import type { Counter } from './counter.js';
import { bucketStart, fineSteps } from './size-buckets.js';

/** A sum of counts that are not always known. */
export interface KnownSum {
  readonly sum: number;
  /** How many counts were known. */
  readonly known: number;
}

/** What the replies of a turn took. */
export interface TurnUse {
  /** Counted from 1. */
  readonly turn: number;
  readonly replies: number;
  /** Characters of the visible replies. */
  readonly characters: number;
  readonly inputTokens: KnownSum;
  readonly outputTokens: KnownSum;
  readonly reasoningTokens: KnownSum;
  /** In the currency of the prices; nothing is known without prices. */
  readonly cost: KnownSum;
}

/** Replies of about the same length. */
export interface LengthCount {
  readonly right: number;
  readonly wrong: number;
}

/** What all replies took, and how long they were. */
export interface TokenUse {
  readonly turns: readonly TurnUse[];
  /** Judged replies by the start of the bucket of their output tokens, where known. */
  readonly byOutputTokens: ReadonlyMap<number, LengthCount>;
  /** Judged replies by the start of the bucket of their characters. */
  readonly byCharacters: ReadonlyMap<number, LengthCount>;
}

/** Finds the prices of a model; undefined when they are unknown. */
export type PricesOf = (modelId: string) => ModelPrices | undefined;

/** Counts tokens, characters and cost by turn. */
export function createTokenUse(pricesOf: PricesOf): Counter<TokenUse> {
  const turnUses: ReturnType<typeof createTurnUse>[] = [];
  const byOutputTokens = new Map<number, LengthCount>();
  const byCharacters = new Map<number, LengthCount>();
  return {
    add({ turns }) {
      for (const [index, { prediction, verdict }] of turns.entries()) {
        const { text, usage, modelId } = prediction;
        turnUses[index] ??= createTurnUse(index + 1);
        turnUses[index].add(text.length, usage, pricesOf(modelId));
        if (verdict.status === 'unverifiable') continue;
        const isRight = verdict.status === 'correct';
        countLength(byCharacters, text.length, isRight);
        const tokens = knownCount(usage.outputTokens);
        if (tokens !== undefined) countLength(byOutputTokens, tokens, isRight);
      }
    },
    result: () => ({
      turns: turnUses.map((use) => use.result()),
      byOutputTokens,
      byCharacters,
    }),
  };
}

function countLength(counts: Map<number, LengthCount>, length: number, isRight: boolean): void {
  const start = bucketStart(length, fineSteps);
  const { right, wrong } = counts.get(start) ?? { right: 0, wrong: 0 };
  counts.set(start, isRight ? { right: right + 1, wrong } : { right, wrong: wrong + 1 });
}

function createTurnUse(turn: number) {
  let replies = 0;
  let characters = 0;
  const inputTokens = createKnownSum();
  const outputTokens = createKnownSum();
  const reasoningTokens = createKnownSum();
  const cost = createKnownSum();
  return {
    add(length: number, usage: TokenUsage, prices: ModelPrices | undefined): void {
      replies++;
      characters += length;
      inputTokens.add(knownCount(usage.inputTokens));
      outputTokens.add(knownCount(usage.outputTokens));
      reasoningTokens.add(knownCount(usage.reasoningTokens));
      cost.add(prices && costOf(usage, prices));
    },
    result: (): TurnUse => ({
      turn,
      replies,
      characters,
      inputTokens: inputTokens.result(),
      outputTokens: outputTokens.result(),
      reasoningTokens: reasoningTokens.result(),
      cost: cost.result(),
    }),
  };
}

function createKnownSum() {
  // Costs are fractions, and there are many of them.
  const sum = createMoneySum();
  let known = 0;
  return {
    add(count: number | undefined): void {
      if (count === undefined) return;
      known++;
      sum.add(count);
    },
    result: (): KnownSum => ({ sum: sum.value, known }),
  };
}

/** Adds up the same sum of all turns. */
export function sumOver(
  turns: readonly TurnUse[],
  part: (turn: TurnUse) => KnownSum,
): KnownSum & { readonly replies: number } {
  const sum = createMoneySum();
  let known = 0;
  let replies = 0;
  for (const turn of turns) {
    sum.add(part(turn).sum);
    known += part(turn).known;
    replies += turn.replies;
  }
  return { sum: sum.value, known, replies };
}
