import fc from 'fast-check';
import type { Columns, ColumnType } from '../../../../src/formats/columns.js';
import { exactNumber } from '../../../../src/index.js';

/** Columns, and rows that fit them. */
export interface ColumnsAndRows {
  readonly columns: Columns;
  readonly rows: readonly object[];
}

const name = fc.constantFrom('a', 'b', 'text', 'messages', 'chosen_one');

const { type: columnType } = fc.letrec<{ type: ColumnType; columns: Columns }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<ColumnType>('string', 'bool', 'int64', 'float64'),
    tie('type').map((list): ColumnType => ({ list })),
    tie('columns').map((struct): ColumnType => ({ struct })),
  ),
  columns: fc.dictionary(name, tie('type'), { minKeys: 1, maxKeys: 3 }),
}));

/** Columns of any types with rows that fit them; the first row has a value everywhere. */
export const columnsAndRows: fc.Arbitrary<ColumnsAndRows> = fc
  .dictionary(name, columnType, { minKeys: 1, maxKeys: 4 })
  .chain((columns) =>
    fc
      .tuple(valueOfType({ struct: columns }, 0), fc.array(rowOf(columns), { maxLength: 4 }))
      .map(([first, others]) => ({ columns, rows: [first as object, ...others] })),
  );

/** Puts a value of another type somewhere into the first row; says what has to be found. */
export function mutate(
  columns: Columns,
  rows: readonly object[],
  choice: number,
): { readonly rows: readonly object[]; readonly expected: readonly string[] } {
  const [first, ...others] = rows;
  const places = placesIn({ struct: columns }, first, []);
  const place = places[choice % places.length];
  if (place === undefined) throw new Error('a row has columns');
  const row = replaceAt(first, place.keys, wrongFor(place.type)) as object;
  return { rows: [row, ...others], expected: [`1 ${pathOf(place.keys)} column-type`] };
}

type Key = string | number;

interface Place {
  readonly keys: readonly Key[];
  readonly type: ColumnType;
}

function placesIn(type: ColumnType, value: unknown, keys: readonly Key[]): readonly Place[] {
  if (typeof type === 'string') return [];
  const inner =
    'list' in type
      ? (value as unknown[]).map((item, index) => [index, type.list, item] as const)
      : Object.entries(value as object).map(
          ([key, field]) => [key, type.struct[key] as ColumnType, field] as const,
        );
  return inner.flatMap(([key, type, item]) => [
    { keys: [...keys, key], type },
    ...placesIn(type, item, [...keys, key]),
  ]);
}

function replaceAt(value: unknown, [key, ...deeper]: readonly Key[], wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const inner = replaceAt((value as Record<Key, unknown>)[key], deeper, wrong);
  if (Array.isArray(value)) return value.with(key as number, inner);
  return { ...(value as object), [key]: inner };
}

function pathOf(keys: readonly Key[]): string {
  const path = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  return path.slice(1);
}

function wrongFor(type: ColumnType): unknown {
  if (type === 'string') return 1;
  if (type === 'int64') return 0.5;
  if (type === 'float64' || type === 'bool') return 'true';
  return 'list' in type ? { 0: 'a' } : ['a'];
}

function rowOf(columns: Columns): fc.Arbitrary<object> {
  const fields = Object.entries(columns).map(([key, type]) => [key, valueOfType(type, 4)] as const);
  return fc.record(Object.fromEntries(fields));
}

/** Values of a type; one in `nulls` is null, never when it is 0. */
function valueOfType(type: ColumnType, nulls: number): fc.Arbitrary<unknown> {
  const value = contentOf(type, nulls);
  return nulls === 0 ? value : fc.option(value, { freq: nulls });
}

function contentOf(type: ColumnType, nulls: number): fc.Arbitrary<unknown> {
  if (type === 'string') return fc.string({ unit: 'grapheme' });
  if (type === 'bool') return fc.boolean();
  if (type === 'int64') {
    const exact = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    return fc.oneof(
      fc.integer(),
      exact.map((value) => exactNumber(String(value))),
    );
  }
  if (type === 'float64') return fc.double({ noNaN: true, noDefaultInfinity: true });
  if ('list' in type) {
    return fc.array(valueOfType(type.list, nulls), {
      minLength: nulls === 0 ? 1 : 0,
      maxLength: 3,
    });
  }
  const fields = Object.entries(type.struct).map(
    ([key, of]) => [key, valueOfType(of, nulls)] as const,
  );
  return fc.record(Object.fromEntries(fields));
}
