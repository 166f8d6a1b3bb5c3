import { closest, distance } from 'fastest-levenshtein';
import clone from 'just-clone';
import { diff } from 'just-diff';
import flatten from 'just-flatten-it';
import groupBy from 'just-group-by';
import permutations from 'just-permutations';
import typeOf from 'just-typeof';

export const functions = {
  distance,
  closest,
  permutations,
  diff,
  flatten,
  clone,
  groupBy: (rows) => groupBy(rows, (row) => row.group),
  typeOf: (text) => typeOf(Function(`return ${text}`)()),
  cloneMany: () => {
    const date = new Date(5);
    const all = [date, /a/g, new Map([[1, { a: 1 }]]), new Set([1])];
    const copy = clone(all);
    return [copy[0] !== date, copy, String(copy[1])];
  },
};
