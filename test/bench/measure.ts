import { assertRight, type Check } from './functions.js';

/** Makes one check and hands out the result. */
export type MakeCheck = (check: Check) => unknown;

/** One of those that are compared. */
export interface Contender {
  readonly name: string;
  /** Checks per round, a multiple of the number of different ones. */
  readonly checks: number;
  /** Makes checks; the results are in their order. */
  run(this: void, checks: readonly Check[]): Promise<readonly unknown[]>;
}

/** Microseconds per check, one figure for each round. */
export type Rounds = readonly number[];

/** Makes one check after the other. */
export function oneByOne(make: MakeCheck): Contender['run'] {
  return async (checks) => {
    const results: unknown[] = [];
    for (const check of checks) {
      const result = make(check);
      results.push(result instanceof Promise ? await result : result);
    }
    return results;
  };
}

/** Makes checks by so many callers at once, each of which waits for its own. */
export function inFlight(make: MakeCheck, callers: number): Contender['run'] {
  return async (checks) => {
    const results: unknown[] = new Array(checks.length);
    let next = 0;
    const call = async (): Promise<void> => {
      for (let index = next++; index < checks.length; index = next++) {
        results[index] = await make(checks[index] as Check);
      }
    };
    await Promise.all(Array.from({ length: callers }, call));
    return results;
  };
}

/**
 * Times contenders round by round, in turn and in changing order, so that what else the machine
 * does meets all of them. Every result is checked, outside of the time that is taken.
 *
 * @returns Microseconds per check of each contender, round by round.
 */
export async function measure(
  contenders: readonly Contender[],
  checks: readonly Check[],
  rounds: number,
  warmUps = 2,
): Promise<readonly Rounds[]> {
  const times = contenders.map((): number[] => []);
  const lists = contenders.map((contender) => repeat(checks, contender.checks));
  for (let round = -warmUps; round < rounds; round++) {
    for (let i = 0; i < contenders.length; i++) {
      const index = (i + Math.abs(round)) % contenders.length;
      const { name, run } = contenders[index] as Contender;
      const list = lists[index] as readonly Check[];
      const startedAt = performance.now();
      const results = await run(list);
      const microseconds = (1000 * (performance.now() - startedAt)) / list.length;
      assertRight(name, list, results);
      if (round >= 0) times[index]?.push(microseconds);
    }
  }
  return times;
}

/** The median of the quotients of two contenders' rounds. */
export function medianRatio(above: Rounds, below: Rounds): number {
  return median(above.map((value, round) => value / (below[round] as number)));
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

function repeat(checks: readonly Check[], count: number): readonly Check[] {
  return Array.from({ length: count }, (_, index) => checks[index % checks.length] as Check);
}
