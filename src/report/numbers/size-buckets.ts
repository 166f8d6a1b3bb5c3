/** Sizes that are counted together. */
export interface SizeBucket {
  /** The smallest size in it. */
  readonly from: number;
  /** The largest size in it. */
  readonly to: number;
}

/** Finds the bucket of a size: 0, then 1 to 2, 3 to 9, 10 to 29, 30 to 99, and so on. */
export function bucketStart(size: number): number {
  if (!(size >= 1)) return 0;
  const power = 10 ** Math.floor(Math.log10(Math.floor(size) + 0.5));
  return size >= 3 * power ? 3 * power : power;
}

/** Gives the bucket that starts at `from`. */
export function bucketAt(from: number): SizeBucket {
  return from === 0 ? { from, to: 0 } : { from, to: nextStart(from) - 1 };
}

/** Lists all buckets from the smallest that is used to the largest, so that gaps show. */
export function bucketRange(starts: Iterable<number>): readonly SizeBucket[] {
  const used = [...starts];
  if (used.length === 0) return [];
  const last = Math.max(...used);
  const buckets: SizeBucket[] = [];
  for (let from = Math.min(...used); from <= last; from = nextStart(from)) {
    buckets.push(bucketAt(from));
  }
  return buckets;
}

function nextStart(from: number): number {
  if (from === 0) return 1;
  // 1, 3, 10, 30: those that begin with a 3 go on with the next power of ten.
  return String(from).startsWith('3') ? (from / 3) * 10 : from * 3;
}
