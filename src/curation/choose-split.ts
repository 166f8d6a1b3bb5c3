import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { contentHash } from '../values/content-hash.js';

/** The side of a data set that an item is on. */
export type Split = 'train' | 'validation' | 'test';

/** How large the sides are. */
export interface ChooseSplitOptions {
  /**
   * The share of keys that go to `test`, from 0 to 1.
   * @defaultValue 0.05
   */
  readonly test?: number | undefined;
  /**
   * The share of keys that go to `validation`, from 0 to 1. With `test` it adds to at most 1; the
   * rest is `train`.
   * @defaultValue 0
   */
  readonly validation?: number | undefined;
  /**
   * Decides which keys go where: another seed, another split.
   * @defaultValue 0
   */
  readonly seed?: number | undefined;
}

/**
 * Chooses the side that a key is on, from the seed and the key alone (their SHA-256 as a fraction
 * in [0, 1)). `test` takes the fractions from 0 up and `validation` those from 1 down, so that
 * raising a share never moves a key out of that side, and `test` and `validation` never swap keys.
 *
 * @param key - What must stay together, such as the id of a function.
 * @throws TypeError naming a share that is not in [0, 1], or that leaves no room for the other.
 */
export function chooseSplit(key: string, options: ChooseSplitOptions = {}): Split {
  return createSplitter(options)(key);
}

/** Checks the options once and returns the function that chooses the side of a key. */
export function createSplitter(options: ChooseSplitOptions): (key: string) => Split {
  const test = requireShare('test', options.test ?? 0.05);
  const validation = requireShare('validation', options.validation ?? 0);
  if (test + validation > 1) {
    throw optionError('validation', `at most 1 - test (test is ${test})`, validation);
  }
  const seed = requireInteger('seed', options.seed ?? 0, Number.MIN_SAFE_INTEGER);
  return (key) => {
    if (typeof key !== 'string') throw optionError('key', 'a string', key);
    const fraction = fractionOf(seed, key);
    if (fraction < test) return 'test';
    return fraction >= 1 - validation ? 'validation' : 'train';
  };
}

function requireShare(option: string, share: number): number {
  if (typeof share === 'number' && share >= 0 && share <= 1) return share;
  throw optionError(option, 'a share from 0 to 1', share);
}

/** 52 bits of the hash, which a double carries exactly. */
function fractionOf(seed: number, key: string): number {
  return Number.parseInt(contentHash({ seed, key }).slice(0, 13), 16) / 2 ** 52;
}
