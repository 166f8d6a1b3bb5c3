import type { Columns, ColumnType } from '../columns.js';
import { fieldPath } from './field-path.js';

/** Finds the first column or field that is null; the types of the row are right. */
export function firstNull(row: object, columns: Columns, path = ''): string | undefined {
  for (const [name, type] of Object.entries(columns)) {
    const value = (row as Readonly<Record<string, unknown>>)[name];
    const found = firstNullIn(value, type, fieldPath(path, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstNullIn(value: unknown, type: ColumnType, path: string): string | undefined {
  if (value === null || value === undefined) return path;
  if (typeof type === 'string') return undefined;
  if ('struct' in type) return firstNull(value, type.struct, path);
  for (const [index, item] of (value as readonly unknown[]).entries()) {
    const found = firstNullIn(item, type.list, `${path}[${index}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}
