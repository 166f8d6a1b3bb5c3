import type { Turn } from '../../core/conversation.js';
import type { JsonValue } from '../../core/json-value.js';
import type { Direction } from '../../core/task.js';
import type { Verdict, VerdictStatus } from '../../core/verdict.js';
import { isEqual } from '../../values/is-equal.js';
import type { Counter } from './counter.js';

/**
 * What became of a first answer in the second turn:
 *
 * - `fixed`: right now.
 * - `repeated`: the same answer again.
 * - `wrong`: another answer, also wrong.
 * - `unusable`: no answer, or one that the code cannot be run on or does not survive.
 * - `unverifiable`: it could not be judged.
 * - `ended`: there was no second turn.
 */
export type SecondTurn = 'fixed' | 'repeated' | 'wrong' | 'unusable' | 'unverifiable' | 'ended';

/** Conversations that went from one status on turn 1 the same way on turn 2. */
export interface TurnFlow {
  readonly from: VerdictStatus;
  readonly to: SecondTurn;
  readonly direction: Direction;
  readonly count: number;
}

/** Says what became of the first answer. */
function secondTurnOf(turns: readonly Turn[]): SecondTurn {
  const [first, second] = turns;
  if (first === undefined || second === undefined) return 'ended';
  const { status } = second.verdict;
  if (status === 'correct') return 'fixed';
  if (status === 'unverifiable') return 'unverifiable';
  const [before, now] = [predictedValue(first.verdict), predictedValue(second.verdict)];
  if (before !== undefined && now !== undefined && isEqual(before, now, { mode: 'strict' })) {
    return 'repeated';
  }
  return status === 'mismatch' ? 'wrong' : 'unusable';
}

function predictedValue(verdict: Verdict): JsonValue | undefined {
  return 'predicted' in verdict ? verdict.predicted : undefined;
}

/** Counts what became of each first answer, in the order in which the kinds come up. */
export function createTurnFlow(): Counter<readonly TurnFlow[]> {
  const flows = new Map<string, TurnFlow>();
  return {
    add({ task, turns }) {
      const from = turns[0]?.verdict.status;
      if (from === undefined) return;
      const { direction } = task;
      const to = secondTurnOf(turns);
      const key = `${from} ${to} ${direction}`;
      const count = (flows.get(key)?.count ?? 0) + 1;
      flows.set(key, { from, to, direction, count });
    },
    result: () => [...flows.values()],
  };
}

/** How many flows of these kinds there are. */
export function countFlows(
  flows: readonly TurnFlow[],
  kind: { readonly from?: VerdictStatus; readonly to?: SecondTurn; readonly direction?: Direction },
): number {
  const { from, to, direction } = kind;
  return flows
    .filter((flow) => (from ?? flow.from) === flow.from && (to ?? flow.to) === flow.to)
    .filter((flow) => (direction ?? flow.direction) === flow.direction)
    .reduce((sum, { count }) => sum + count, 0);
}
