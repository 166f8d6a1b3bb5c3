/** A count of tokens as a provider tells it; what cannot be one is as good as untold. */
export function knownCount(count: number | undefined): number | undefined {
  return count !== undefined && Number.isFinite(count) && count >= 0 ? count : undefined;
}
