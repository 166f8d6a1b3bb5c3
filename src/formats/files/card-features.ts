import type { Columns, ColumnType } from '../columns.js';

/** The type of a column in the terms of a dataset card. */
type CardFeature =
  | { readonly dtype: string }
  | { readonly list: string | CardFeature | readonly NamedFeature[] }
  | { readonly struct: readonly NamedFeature[] };

/** A column of a dataset card. */
export type NamedFeature = { readonly name: string } & CardFeature;

/**
 * Writes columns as the `features` of a dataset card, in the form that the `datasets` library gives
 * them itself (`Features._to_yaml_list`). Declared, no reader has to guess the type of a column that
 * is null at first.
 */
export function cardFeatures(columns: Columns): readonly NamedFeature[] {
  return Object.entries(columns).map(([name, type]) => ({ name, ...featureOf(type) }));
}

function featureOf(type: ColumnType): CardFeature {
  if (typeof type === 'string') return { dtype: type };
  if ('struct' in type) return { struct: cardFeatures(type.struct) };
  const item = featureOf(type.list);
  if ('dtype' in item) return { list: item.dtype };
  return { list: 'struct' in item ? item.struct : item };
}
