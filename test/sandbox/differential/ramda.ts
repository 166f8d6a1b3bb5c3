import type { PackageCall, PackageFunctions } from './bundle.js';
import { seededValues } from './seeded-values.js';

export const ramda: PackageFunctions = {
  name: 'ramda',
  url: new URL('./ramda-functions.js', import.meta.url),
};

export function ramdaCalls(): PackageCall[] {
  const { integer, list, word, numbers, record } = seededValues(2);
  const calls: PackageCall[] = [
    { name: 'toString', args: [{ a: [1, 'x', null], b: { c: true } }] },
    { name: 'equals', args: [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }] },
    { name: 'assocPath', args: [['a', 0, 'b'], 5, {}] },
    { name: 'path', args: [['a', -1, 'b'], { a: [{ b: 1 }, { b: 2 }] }] },
    { name: 'curry', args: [1, 2, 3] },
    { name: 'mathMod', args: [-17, 5] },
    { name: 'mathMod', args: [17, 0] },
    { name: 'move', args: [0, 2, ['a', 'b', 'c', 'd']] },
    { name: 'innerJoin', args: [1, 2, 3] },
    { name: 'range', args: [3, 9] },
    { name: 'invert', args: [{ a: 'x', b: 'y', c: 'x' }] },
    { name: 'mergeDeepRight', args: [{ a: { b: 1, c: 2 } }, { a: { b: 9 }, d: 1 }] },
  ];
  for (const name of ['sortWith', 'groupBy', 'indexBy', 'aggregate']) {
    for (let i = 0; i < 3; i++) calls.push({ name, args: [list(8, record)] });
  }
  for (const name of [
    'pipe',
    'transduce',
    'countBy',
    'sort',
    'scan',
    'mean',
    'median',
    'product',
    'sum',
    'reverse',
    'tail',
  ]) {
    for (let i = 0; i < 3; i++) calls.push({ name, args: [numbers()] });
  }
  for (const name of ['lens', 'evolve', 'where', 'toPairs', 'toString']) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [record()] });
  }
  for (const name of ['aperture', 'splitEvery', 'dropLast', 'nth', 'append', 'intersperse']) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [integer(1, 3), numbers()] });
  }
  for (const name of ['concat', 'difference', 'symmetricDifference', 'xprod', 'zipObj']) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [list(4, word), list(3, word)] });
  }
  for (const name of ['transpose', 'unnest', 'flatten'])
    calls.push({ name, args: [list(3, () => numbers())] });
  return calls;
}
