import type { Conversation } from '../../core/conversation.js';
import { deriveSeed } from '../../values/random.js';
import { type EncodedConversation, encodeConversation } from './encode-conversation.js';
import type { SampleData } from './sample-data.js';
import { createTextPool } from './text-pool.js';

/** How a sample is drawn. */
export interface SampleSettings {
  /** Most conversations. */
  readonly size: number;
  /** Most bytes in the page. */
  readonly maxBytes: number;
  readonly seed: number;
}

/** A sample of conversations that pass by once. */
export interface SampleDrawer {
  add(this: void, conversation: Conversation): void;
  /** The sample so far, in the order of the source. */
  result(this: void): SampleData;
}

interface Candidate extends EncodedConversation {
  readonly priority: number;
}

/** Conversations that went the same way, the first to stay in the sample first. */
interface Stratum {
  readonly candidates: Candidate[];
  /** Whoever does not come before this is out: others of its kind were sent away there. */
  bound: number;
}

/**
 * Draws a sample in which every kind of conversation has its place: they are kept apart by direction,
 * outcome and the verdicts of the first and the last turn, and whenever there are too many, the
 * largest kind gives one up. Within a kind all have the same chance, which the seed and the place in
 * the source decide (bottom-k sampling).
 */
export function createSampleDrawer(settings: SampleSettings): SampleDrawer {
  const { size, maxBytes, seed } = settings;
  const pool = createTextPool();
  const strata = new Map<string, Stratum>();
  let number = 0;
  let count = 0;
  let bytes = 0;

  const giveUpOne = (): void => {
    let largest: Stratum | undefined;
    for (const stratum of strata.values()) {
      if (stratum.candidates.length > (largest?.candidates.length ?? 0)) largest = stratum;
    }
    const candidate = largest?.candidates.pop();
    if (largest === undefined || candidate === undefined) return;
    largest.bound = candidate.priority;
    for (const text of candidate.held) pool.release(text);
    count--;
    bytes -= candidate.bytes;
  };

  return {
    add(conversation) {
      number++;
      const priority = deriveSeed(seed, number);
      const stratum = stratumOf(strata, conversation);
      if (priority >= stratum.bound) return;
      const candidate = { priority, ...encodeConversation(conversation, number, pool) };
      stratum.candidates.splice(placeOf(stratum.candidates, priority), 0, candidate);
      count++;
      bytes += candidate.bytes;
      while (count > size || (count > 0 && bytes + pool.bytes > maxBytes)) giveUpOne();
    },
    result: () => ({
      texts: pool.texts(),
      conversations: [...strata.values()]
        .flatMap(({ candidates }) => candidates.map(({ data }) => data))
        .sort((a, b) => a.number - b.number),
    }),
  };
}

function stratumOf(strata: Map<string, Stratum>, conversation: Conversation): Stratum {
  const { task, turns, outcome } = conversation;
  const [first, last] = [turns[0]?.verdict.status, turns.at(-1)?.verdict.status];
  const key = [task.direction, outcome, first, last].join(' ');
  let stratum = strata.get(key);
  if (stratum === undefined) {
    stratum = { candidates: [], bound: Number.POSITIVE_INFINITY };
    strata.set(key, stratum);
  }
  return stratum;
}

/** Finds the place of a priority in a sorted list. */
function placeOf(candidates: readonly Candidate[], priority: number): number {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.priority ?? 0) <= priority) low = middle + 1;
    else high = middle;
  }
  return low;
}
