/** Items at the same place of two lists: one of them is missing where the lists differ in length. */
export interface AlignedItems<Item> {
  readonly left?: Item | undefined;
  readonly right?: Item | undefined;
}

/** More comparisons than this are not worth it: items are then compared by their place. */
const mostComparisons = 250_000;

/**
 * Puts the items of two lists beside each other. Lists of one length are compared place by place;
 * otherwise equal items are matched in their order (a longest common subsequence), and what is
 * between two matches is paired up from the start.
 */
export function alignItems<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): readonly AlignedItems<Item>[] {
  if (left.length === right.length || left.length * right.length > mostComparisons) {
    return pairUp(left, right);
  }
  const lengths = commonLengths(left, right, isSame);
  const aligned: AlignedItems<Item>[] = [];
  let [i, j] = [0, 0];
  let [heldLeft, heldRight] = [0, 0];
  while (i < left.length && j < right.length) {
    if (isSame(left[i] as Item, right[j] as Item)) {
      aligned.push(...pairUp(left.slice(heldLeft, i), right.slice(heldRight, j)));
      aligned.push({ left: left[i++], right: right[j++] });
      [heldLeft, heldRight] = [i, j];
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return [...aligned, ...pairUp(left.slice(heldLeft), right.slice(heldRight))];
}

/** The length of the longest common subsequence from each place on. */
function commonLengths<Item>(
  left: readonly Item[],
  right: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): readonly (readonly number[])[] {
  let below: readonly number[] = new Array<number>(right.length + 1).fill(0);
  const rows = [below];
  for (let i = left.length - 1; i >= 0; i--) {
    const row = new Array<number>(right.length + 1).fill(0);
    for (let j = right.length - 1; j >= 0; j--) {
      row[j] = isSame(left[i] as Item, right[j] as Item)
        ? 1 + (below[j + 1] ?? 0)
        : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
    rows.push(row);
    below = row;
  }
  return rows.reverse();
}

function pairUp<Item>(
  left: readonly Item[],
  right: readonly Item[],
): readonly AlignedItems<Item>[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) => ({
    ...(index < left.length && { left: left[index] }),
    ...(index < right.length && { right: right[index] }),
  }));
}
