/** A map that keeps what was used last. */
export interface RecentMap<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/**
 * Makes a map that drops what was not used for longest once it holds more than `size`.
 *
 * @param onDrop - Gets what is dropped.
 */
export function createRecentMap<K, V>(
  size: number,
  onDrop: (value: V) => void = () => {},
): RecentMap<K, V> {
  const entries = new Map<K, V>();
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // A map iterates in the order of insertion: the first is the one not used for longest.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size <= size) return;
      const [oldest, dropped] = entries.entries().next().value as [K, V];
      entries.delete(oldest);
      onDrop(dropped);
    },
  };
}
