/** A name with how often it came. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How often each of many names came. */
export interface TallyCounts {
  /** The most frequent first; among equals by name. */
  readonly counts: readonly Count[];
  /** How often others came: those that were new when there was no more room. */
  readonly others: number;
}

/** Counts names in bounded memory. */
export interface Tally {
  add(name: string, count?: number): void;
  read(): TallyCounts;
}

/**
 * Makes an empty tally.
 *
 * @param room - How many different names are told apart: the first that come.
 */
export function createTally(room: number): Tally {
  const counts = new Map<string, number>();
  let others = 0;
  return {
    add(name, count = 1) {
      const before = counts.get(name);
      if (before === undefined && counts.size >= room) others += count;
      else counts.set(name, (before ?? 0) + count);
    },
    read() {
      const sorted = [...counts]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
      return { counts: sorted, others };
    },
  };
}
