/** Numbers of tokens in a range. */
export interface TokenBucket {
  /** The least number of tokens in it. */
  readonly from: number;
  /** The greatest number of tokens in it. */
  readonly to: number;
  /** How many rows are in it. */
  readonly count: number;
}

/** Tokens per row. The figures are exact; percentiles are the nearest rank, a number that occurred. */
export interface TokenHistogram {
  /** How many rows were counted. */
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  /** The sum over all rows. */
  readonly total: number;
  /** Ranges without gaps from the shortest to the longest row; each is twice as wide as the last. */
  readonly buckets: readonly TokenBucket[];
}

/** Gathers numbers of tokens; memory grows with how many different numbers there are, not with rows. */
export interface TokenGatherer {
  add(tokens: number): void;
  /** Sums up what was added; undefined when nothing was. */
  histogram(): TokenHistogram | undefined;
}

/** The upper end of the first bucket, exclusive. */
const firstEdge = 128;

/** Makes a gatherer without numbers. */
export function createTokenGatherer(): TokenGatherer {
  const rowsByTokens = new Map<number, number>();
  let count = 0;
  let total = 0;
  return {
    add(tokens) {
      rowsByTokens.set(tokens, (rowsByTokens.get(tokens) ?? 0) + 1);
      count++;
      total += tokens;
    },
    histogram() {
      const sorted = [...rowsByTokens].sort(([a], [b]) => a - b);
      const [shortest, longest] = [sorted[0], sorted.at(-1)];
      if (shortest === undefined || longest === undefined) return undefined;
      return {
        count,
        min: shortest[0],
        median: percentile(sorted, Math.ceil(count * 0.5)),
        p95: percentile(sorted, Math.ceil(count * 0.95)),
        max: longest[0],
        total,
        buckets: bucketsOf(sorted),
      };
    },
  };
}

type Counted = readonly (readonly [tokens: number, rows: number])[];

/** The number of tokens of the row of this rank, counted from 1. */
function percentile(sorted: Counted, rank: number): number {
  let passed = 0;
  for (const [tokens, rows] of sorted) {
    passed += rows;
    if (passed >= rank) return tokens;
  }
  return 0;
}

function bucketsOf(sorted: Counted): readonly TokenBucket[] {
  const buckets: TokenBucket[] = [];
  let [from, edge, count] = [0, firstEdge, 0];
  for (const [tokens, rows] of sorted) {
    while (tokens >= edge) {
      if (count > 0 || buckets.length > 0) buckets.push({ from, to: edge - 1, count });
      [from, edge, count] = [edge, edge * 2, 0];
    }
    count += rows;
  }
  return [...buckets, { from, to: edge - 1, count }];
}
