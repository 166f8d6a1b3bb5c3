import { createHash } from 'node:crypto';
import { type CodeText, normalizeCode } from '../analysis/normalize-code.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import { type FunctionItem, functionOf } from './function-of.js';
import { createNearDuplicates, type Nearness } from './near-duplicates.js';

/** The code by which an item is compared, and the item's name in what is reported. */
export interface IdentifiedCode extends CodeText {
  readonly id: string;
}

/** How duplicates are found. */
export interface DeduplicateOptions<Item> {
  /**
   * Gets the code out of an item.
   * @defaultValue the function that the item is, has, or has a task about
   */
  readonly codeOf?: ((item: Item) => IdentifiedCode) | undefined;
  /**
   * Whether near duplicates are looked for, too.
   * @defaultValue true
   */
  readonly near?: boolean | undefined;
  /**
   * The least similarity of near duplicates: the share of all shingles of two programs that both
   * have, above 0 and up to 1.
   * @defaultValue 0.8
   */
  readonly threshold?: number | undefined;
  /**
   * Successive tokens of the normal form that make a shingle.
   * @defaultValue 5
   */
  readonly shingleSize?: number | undefined;
  /**
   * The most numbers a MinHash signature may have. As many are used as it takes to find a pair
   * that is just similar enough with a chance of 99 %: 96 at the default threshold. Fewer than
   * that take less time, and propose more pairs in vain.
   * @defaultValue 128
   */
  readonly hashes?: number | undefined;
}

/** What an item repeats. */
export interface Duplicate {
  /** The id of the item that is kept. */
  readonly of: string;
  /** `exact`: the normal forms of the code are equal. `near`: their shingles are similar. */
  readonly kind: 'exact' | 'near';
  /** Jaccard similarity of the shingles, up to 1; 1 for an exact duplicate. */
  readonly similarity: number;
}

/** An item, and what it repeats if it does. */
export interface DeduplicatedItem<Item> {
  readonly item: Item;
  /** Absent from an item to keep. */
  readonly duplicate: Duplicate | undefined;
}

/** An item that is kept, and all that repeat it. */
export interface DuplicateCluster {
  /** The id of the item that is kept, the first of them. */
  readonly kept: string;
  /** At least one, in the order in which they came. */
  readonly duplicates: readonly {
    readonly id: string;
    readonly kind: Duplicate['kind'];
    readonly similarity: number;
  }[];
}

/** All items of a source with their marks, to be gone through once. */
export interface Deduplication<Item> extends AsyncIterable<DeduplicatedItem<Item>> {
  /** The clusters among the items that have come so far, in the order of the kept items. */
  clusters(): readonly DuplicateCluster[];
}

/** What is remembered of a kept item. */
interface Kept {
  readonly id: string;
  /** How many items came before it. */
  readonly position: number;
  readonly duplicates: { readonly id: string; kind: Duplicate['kind']; similarity: number }[];
}

/**
 * Marks items whose code repeats that of an earlier item. Every item comes out, in order, with what
 * it repeats; the first of its like is kept. Nothing is read before it is asked for.
 *
 * Exact duplicates have the same normal form (`normalizeCode`): names, comments and layout do not
 * tell functions apart. Near duplicates have similar sets of shingles, in which renamed names all
 * count as one: MinHash signatures propose pairs, and the true Jaccard similarity decides. A pair
 * that is just similar enough is proposed with a chance of 99 %, a more similar one nearly always;
 * which pairs are is the same in every run. A function with fewer than 10 different shingles (about
 * three lines) has exact duplicates alone.
 *
 * Items are compared with kept items only, so that a chain of small changes does not draw unlike
 * functions together, and later items do not change earlier marks. Memory: about 1.5 kB for each
 * kept function of 20 lines.
 *
 * @param items - Functions, or items that are about one (tasks, conversations); any others with `codeOf`.
 * @throws TypeError for an option out of range; while going through, for an item without code.
 */
export function deduplicate<Item extends FunctionItem>(
  items: Items<Item>,
  options?: DeduplicateOptions<Item>,
): Deduplication<Item>;
/** Marks items of any kind, whose code `codeOf` gets. */
export function deduplicate<Item>(
  items: Items<Item>,
  options: DeduplicateOptions<Item> & { readonly codeOf: (item: Item) => IdentifiedCode },
): Deduplication<Item>;
export function deduplicate<Item>(
  items: Items<Item>,
  options: DeduplicateOptions<Item> = {},
): Deduplication<Item> {
  const { codeOf = (item: Item) => functionOf(item as FunctionItem), near = true } = options;
  const nearness = requireNearness(options);
  const found = new Set<Kept>();
  const marks = markItems(requireItems('items', items), codeOf, near ? nearness : undefined, found);
  return {
    [Symbol.asyncIterator]: () => marks,
    clusters: () =>
      [...found]
        .sort((a, b) => a.position - b.position)
        .map(({ id, duplicates }) => ({ kept: id, duplicates: [...duplicates] })),
  };
}

/** @param found - Takes up every kept item that has a duplicate; it outlives the rest. */
async function* markItems<Item>(
  items: Items<Item>,
  codeOf: (item: Item) => IdentifiedCode,
  nearness: Nearness | undefined,
  found: Set<Kept>,
): AsyncGenerator<DeduplicatedItem<Item>, void, undefined> {
  const keptByHash = new Map<string, Kept>();
  const nearDuplicates = nearness && createNearDuplicates<Kept>(nearness);
  let position = 0;
  for await (const item of items) {
    const code = requireCode(codeOf(item));
    const tokens = normalizeCode(code);
    const hash = createHash('sha256').update(tokens.join('\n')).digest('base64');
    const self: Kept = { id: code.id, position: position++, duplicates: [] };
    const exact = keptByHash.get(hash);
    const match =
      exact === undefined
        ? await nearDuplicates?.findOrKeep(tokens, self)
        : { kept: exact, similarity: 1 };
    if (match === undefined) {
      keptByHash.set(hash, self);
      yield { item, duplicate: undefined };
      continue;
    }
    const { kept, similarity } = match;
    const kind = exact === undefined ? 'near' : 'exact';
    kept.duplicates.push({ id: self.id, kind, similarity });
    found.add(kept);
    yield { item, duplicate: { of: kept.id, kind, similarity } };
  }
}

function requireNearness(options: DeduplicateOptions<never>): Nearness {
  const { threshold = 0.8, shingleSize = 5, hashes = 128 } = options;
  if (!(threshold > 0 && threshold <= 1)) {
    throw optionError('threshold', 'a number above 0 and up to 1', threshold);
  }
  return {
    threshold,
    shingleSize: requireInteger('shingleSize', shingleSize, 1),
    hashes: requireInteger('hashes', hashes, 1, 10_000),
  };
}

function requireCode(code: IdentifiedCode | undefined): IdentifiedCode {
  if (typeof code?.id === 'string' && typeof code.code === 'string') return code;
  throw optionError('the code of an item', 'an object with id, language and code', code);
}
