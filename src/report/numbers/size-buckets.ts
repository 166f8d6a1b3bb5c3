/** Sizes that are counted together. */
export interface SizeBucket {
  /** The smallest size in it. */
  readonly from: number;
  /** The largest size in it. */
  readonly to: number;
}

/** Where buckets begin in every power of ten, the first of them 1. */
export type BucketSteps = readonly [1, ...number[]];

/** Three buckets in a power of ten: 1, 2, 5, 10, 20, 50. */
export const coarseSteps: BucketSteps = [1, 2, 5];
/** Six buckets in a power of ten: 10, 15, 20, 30, 50, 70, 100; what is not an integer is left out. */
export const fineSteps: BucketSteps = [1, 1.5, 2, 3, 5, 7];

/** Finds the start of the bucket of a size; 0 is a bucket by itself. */
export function bucketStart(size: number, steps: BucketSteps): number {
  if (!(size >= 1)) return 0;
  const power = 10 ** (String(Math.floor(size)).length - 1);
  return startsAt(power, steps).findLast((start) => start <= size) ?? power;
}

/** Lists all buckets from the smallest that is used to the largest, so that gaps show. */
export function bucketRange(starts: Iterable<number>, steps: BucketSteps): readonly SizeBucket[] {
  const used = [...starts];
  const last = Math.max(...used);
  const buckets: SizeBucket[] = [];
  let from = Math.min(...used);
  while (from <= last) {
    const next = nextStart(from, steps);
    buckets.push({ from, to: next - 1 });
    from = next;
  }
  return buckets;
}

function nextStart(from: number, steps: BucketSteps): number {
  if (from === 0) return 1;
  const power = 10 ** (String(from).length - 1);
  return startsAt(power, steps).find((start) => start > from) ?? power * 10;
}

function startsAt(power: number, steps: BucketSteps): readonly number[] {
  return steps.map((step) => step * power).filter(Number.isInteger);
}
