import type { ParquetWriter } from 'hyparquet-writer';
import type { Columns, ColumnType } from '../columns.js';

/** A node of a Parquet schema, as the writer takes them: the root first, depth first. */
export type ParquetSchema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/**
 * Writes columns as a Parquet schema. Everything may be null; lists have the three levels that the
 * Parquet format prescribes (`LogicalTypes.md`, "Lists"), as Arrow reads and writes them.
 */
export function parquetSchema(columns: Columns): ParquetSchema {
  const fields = Object.entries(columns);
  return [
    { name: 'schema', num_children: fields.length },
    ...fields.flatMap(([name, type]) => elements(name, type)),
  ];
}

function elements(name: string, type: ColumnType): ParquetSchema {
  const common = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'string':
      return [
        {
          ...common,
          type: 'BYTE_ARRAY',
          converted_type: 'UTF8',
          logical_type: { type: 'STRING' },
        },
      ];
    case 'bool':
      return [{ ...common, type: 'BOOLEAN' }];
    case 'int64':
      return [{ ...common, type: 'INT64' }];
    case 'float64':
      return [{ ...common, type: 'DOUBLE' }];
  }
  if ('list' in type) {
    return [
      { ...common, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elements('element', type.list),
    ];
  }
  const fields = Object.entries(type.struct);
  return [
    { ...common, num_children: fields.length },
    ...fields.flatMap(([field, inner]) => elements(field, inner)),
  ];
}
