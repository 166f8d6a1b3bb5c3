import type { IOPair } from '../core/io-pair.js';
import type { JsonValue } from '../core/json-value.js';
import { canonicalJson } from '../values/stringify-json.js';

/** What makes a function too easy to be worth asking about. */
export type TrivialityFlag =
  /** Every input gives the same output. */
  | 'constant-output'
  /** The outputs are all booleans, or no more than two different ones over five pairs or more. */
  | 'one-bit-output'
  /** Every output is the input, or always the same one of its values. */
  | 'echo'
  /** Over five pairs or more, fewer than three in ten outputs differ. */
  | 'few-distinct-outputs';

/** All flags. */
export const trivialityFlags: readonly TrivialityFlag[] = [
  'constant-output',
  'one-bit-output',
  'echo',
  'few-distinct-outputs',
];

/** From so many pairs on, outputs that repeat say something about the function. */
const fewPairs = 5;
const smallestShare = 0.3;

/**
 * Says what makes the function of these pairs trivial. A single pair says nothing but that it is an
 * echo.
 *
 * @returns Flags in the order of {@link trivialityFlags}; none for a function that is not trivial.
 */
export function findTriviality(pairs: readonly IOPair[]): readonly TrivialityFlag[] {
  if (pairs.length === 0) return [];
  const distinct = countDistinctOutputs(pairs);
  const isConstant = distinct === 1 && pairs.length > 1;
  const isMany = pairs.length >= fewPairs;
  const areBooleans = pairs.every(({ output }) => typeof output === 'boolean');
  const found: Readonly<Record<TrivialityFlag, boolean>> = {
    'constant-output': isConstant,
    'one-bit-output': !isConstant && (areBooleans || (isMany && distinct <= 2)),
    echo: isEcho(pairs),
    'few-distinct-outputs': isMany && distinct > 2 && distinct < smallestShare * pairs.length,
  };
  return trivialityFlags.filter((flag) => found[flag]);
}

/** Counts outputs that differ by content. */
export function countDistinctOutputs(pairs: readonly IOPair[]): number {
  return new Set(pairs.map(({ output }) => canonicalJson(output))).size;
}

function isEcho(pairs: readonly IOPair[]): boolean {
  const same = (a: JsonValue | undefined, b: JsonValue): boolean =>
    a !== undefined && canonicalJson(a) === canonicalJson(b);
  if (pairs.every(({ input, output }) => same(input, output))) return true;
  const names = Object.keys(pairs[0]?.input ?? {});
  return names.some((name) => pairs.every(({ input, output }) => same(input[name], output)));
}
