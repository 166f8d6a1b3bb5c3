import type { PackageCall, PackageFunctions } from './bundle.js';
import { seededValues } from './seeded-values.js';

const ofNumbers = [
  ...['min', 'max', 'extent', 'sum', 'fsum', 'fcumsum', 'mean', 'median', 'mode', 'variance'],
  ...[
    'deviation',
    'cumsum',
    'minIndex',
    'maxIndex',
    'rank',
    'reverse',
    'least',
    'greatest',
    'pairs',
  ],
  ...['permute', 'shuffler', 'medianIndex', 'bins', 'blur', 'sorted', 'groupSizes'],
];

export const d3Array: PackageFunctions = {
  name: 'd3-array',
  url: new URL('./d3-array-functions.js', import.meta.url),
};

export function d3ArrayCalls(): PackageCall[] {
  const { integer, number, list, numbers, record } = seededValues(3);
  const calls: PackageCall[] = [];
  for (const name of ofNumbers) {
    for (let i = 0; i < 2; i++) calls.push({ name, args: [numbers(integer(2, 10))] });
  }
  for (const name of ['group', 'rollups', 'groupSort', 'index']) {
    for (let i = 0; i < 3; i++) calls.push({ name, args: [list(9, record)] });
  }
  for (let i = 0; i < 6; i++) {
    calls.push({ name: 'ticks', args: [number(), number(), integer(2, 12)] });
    calls.push({ name: 'tickStep', args: [number(), number(), integer(2, 12)] });
    calls.push({ name: 'nice', args: [number(), number(), integer(2, 12)] });
    calls.push({ name: 'quantile', args: [numbers(8), integer(0, 10) / 10] });
    calls.push({ name: 'bisect', args: [numbers(8).sort((a, b) => a - b), number()] });
  }
  for (const name of [
    'union',
    'intersection',
    'difference',
    'disjoint',
    'superset',
    'subset',
    'cross',
    'zip',
  ]) {
    const small = (): number[] => list(4, () => integer(0, 5));
    calls.push({ name, args: [small(), small()] });
  }
  calls.push({ name: 'range', args: [0, 1, 0.1] }, { name: 'merge', args: [[[1], [2, [3]]]] });
  return calls;
}
