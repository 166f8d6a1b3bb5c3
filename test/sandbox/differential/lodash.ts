import type { PackageCall, PackageFunctions } from './bundle.js';
import { seededValues } from './seeded-values.js';

const ofText = [
  ...['camelCase', 'capitalize', 'deburr', 'kebabCase', 'lowerCase', 'snakeCase', 'startCase'],
  ...['upperFirst', 'words', 'escape', 'unescape', 'trim', 'truncate', 'pad', 'repeat', 'padStart'],
];

export const lodash: PackageFunctions = {
  name: 'lodash-es',
  url: new URL('./lodash-functions.js', import.meta.url),
};

export function lodashCalls(): PackageCall[] {
  const { integer, pick, list, word, words, number, numbers, record } = seededValues(1);
  const calls: PackageCall[] = [
    {
      name: 'template',
      args: ['<%= a %>, <%- b %>: <% if (c) { %>yes<% } %>', { a: 1, b: '<b>', c: 1 }],
    },
    { name: 'memoize', args: [7] },
    { name: 'typeofDebounce', args: [] },
    { name: 'words', args: ['fred, barney, & pebbles', '/[^, ]+/g'] },
    { name: 'round', args: [4.006, 2] },
    { name: 'ceil', args: [6040, -2] },
    { name: 'range', args: [0, -4, -1] },
    { name: 'toPath', args: ['a[0].b["c.d"]'] },
    { name: 'cloneDeep', args: [{ a: [{ b: null }], c: '' }] },
    { name: 'get', args: [{ a: [{ b: { c: 3 } }] }, 'a[0].b.c'] },
    { name: 'set', args: [{ a: [] }, 'a[2].x.y', 4] },
    { name: 'toNumber', args: ['0b101'] },
    { name: 'flattenDeep', args: [[1, [2, [3, [4]], 5]]] },
    { name: 'deburr', args: ['déjà vu, œuvre'] },
  ];
  for (const name of ofText) {
    for (let i = 0; i < 3; i++) calls.push({ name, args: [words(integer(1, 4))] });
  }
  for (const name of [
    'countBy',
    'groupBy',
    'keyBy',
    'orderBy',
    'sortBy',
    'uniqBy',
    'sumBy',
    'maxBy',
    'partition',
  ]) {
    for (const key of ['group', 'score', 'name'])
      calls.push({ name, args: [list(8, record), key] });
  }
  for (const name of [
    'difference',
    'intersection',
    'union',
    'xor',
    'without',
    'zip',
    'zipObject',
    'isEqual',
  ]) {
    const small = (): number[] => list(integer(0, 6), () => integer(0, 5));
    for (let i = 0; i < 2; i++) calls.push({ name, args: [small(), small()] });
  }
  for (const name of ['merge', 'defaultsDeep', 'omit', 'pick', 'isEqual']) {
    const isKeyed = name === 'omit' || name === 'pick';
    for (let i = 0; i < 2; i++)
      calls.push({ name, args: [record(), isKeyed ? ['id', 'tags[0]'] : record()] });
  }
  for (const name of [
    'mean',
    'sum',
    'compact',
    'uniq',
    'chunk',
    'drop',
    'take',
    'sortedIndex',
    'fill',
  ]) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [numbers(), pick([1, 2, 3])] });
  }
  for (const name of ['clamp', 'inRange', 'round']) {
    for (let i = 0; i < 3; i++)
      calls.push({ name, args: [number(), integer(-3, 3), integer(0, 9)] });
  }
  for (const name of ['invert', 'mapKeys', 'has']) calls.push({ name, args: [record(), 'name'] });
  calls.push({ name: 'fromPairs', args: [list(5, () => [word(), number()])] });
  calls.push({ name: 'unzip', args: [list(3, () => numbers(4))] });
  return calls;
}
