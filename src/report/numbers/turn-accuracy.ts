import { type Direction, directions } from '../../core/task.js';
import type { Counter } from './counter.js';

/** How many problems were solved by the end of a turn. */
export interface TurnAccuracy {
  /** Counted from 1. */
  readonly turn: number;
  readonly direction: Direction | 'all';
  /** Conversations without an unverifiable turn so far: those that count. */
  readonly judged: number;
  /** Those of them with a right answer in this turn or before. */
  readonly solved: number;
  /** Replies in this turn that could be judged. */
  readonly replies: number;
  /** Right replies in this turn. */
  readonly right: number;
}

interface TurnTally {
  solved: number;
  unverifiable: number;
  replies: number;
  right: number;
}

/**
 * Counts how many problems are solved by the end of each turn. A conversation that ended before a
 * turn counts there as it ended; one with an unverifiable turn counts only before it.
 */
export function createTurnAccuracy(): Counter<readonly TurnAccuracy[]> {
  const tallies: Record<Direction, TurnTally[]> = { output: [], input: [] };
  const totals: Record<Direction, number> = { output: 0, input: 0 };
  return {
    add({ task, turns }) {
      totals[task.direction]++;
      const ofDirection = tallies[task.direction];
      let isOpen = true;
      for (const [index, { verdict }] of turns.entries()) {
        ofDirection[index] ??= { solved: 0, unverifiable: 0, replies: 0, right: 0 };
        const tally = ofDirection[index];
        if (verdict.status === 'unverifiable') {
          if (isOpen) tally.unverifiable++;
          isOpen = false;
          continue;
        }
        tally.replies++;
        if (verdict.status !== 'correct') continue;
        tally.right++;
        if (isOpen) tally.solved++;
        isOpen = false;
      }
    },
    result() {
      const turns = Math.max(...directions.map((direction) => tallies[direction].length));
      return Array.from({ length: turns }, (_, index) => {
        const parts = directions.map((direction) =>
          accuracyAt(index, direction, tallies[direction], totals[direction]),
        );
        return [...parts, { ...addUp(parts), turn: index + 1, direction: 'all' as const }];
      })
        .flat()
        .filter(({ judged, replies }) => judged + replies > 0);
    },
  };
}

function accuracyAt(
  index: number,
  direction: Direction,
  tallies: readonly TurnTally[],
  total: number,
): TurnAccuracy {
  const before = tallies.slice(0, index + 1);
  const judged = before.reduce((rest, { unverifiable }) => rest - unverifiable, total);
  const solved = before.reduce((sum, tally) => sum + tally.solved, 0);
  const { replies = 0, right = 0 } = tallies[index] ?? {};
  return { turn: index + 1, direction, judged, solved, replies, right };
}

function addUp(parts: readonly TurnAccuracy[]): Omit<TurnAccuracy, 'turn' | 'direction'> {
  const sum = { judged: 0, solved: 0, replies: 0, right: 0 };
  for (const { judged, solved, replies, right } of parts) {
    sum.judged += judged;
    sum.solved += solved;
    sum.replies += replies;
    sum.right += right;
  }
  return sum;
}
