import type { PackageCall, PackageFunctions } from './bundle.js';
import { seededValues } from './seeded-values.js';

export const smallPackages: PackageFunctions = {
  name: 'fastest-levenshtein and just-*',
  url: new URL('./small-packages-functions.js', import.meta.url),
};

export function smallPackagesCalls(): PackageCall[] {
  const { integer, list, word, words, record, numbers } = seededValues(5);
  const calls: PackageCall[] = [{ name: 'cloneMany', args: [] }];
  for (let i = 0; i < 10; i++) {
    calls.push({ name: 'distance', args: [words(integer(1, 9)), words(integer(1, 9))] });
    calls.push({ name: 'closest', args: [word(), list(6, word)] });
  }
  for (let i = 0; i < 4; i++) {
    calls.push({ name: 'groupBy', args: [list(7, record)] });
    calls.push({ name: 'permutations', args: [list(i, word)] });
    calls.push({ name: 'diff', args: [record(), record()] });
    calls.push({ name: 'clone', args: [{ rows: list(2, record) }] });
    calls.push({ name: 'flatten', args: [[numbers(), [numbers(), [numbers()]]], i + 1] });
  }
  for (const text of [
    'null',
    'undefined',
    '/x/',
    'new Date()',
    '[]',
    '() => 1',
    '5n',
    'NaN',
    'Symbol()',
    'new Map()',
  ]) {
    calls.push({ name: 'typeOf', args: [text] });
  }
  return calls;
}
