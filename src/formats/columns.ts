/** The type of a column or a field. Every value may also be null. */
export type ColumnType =
  | 'string'
  | 'bool'
  | 'int64'
  | 'float64'
  | { readonly list: ColumnType }
  | { readonly struct: Columns };

/** The columns of rows, in their order: the same in every row, whatever it holds. */
export type Columns = { readonly [name: string]: ColumnType };

/** Chat messages: a list of role and content. */
export const messagesColumn: ColumnType = {
  list: { struct: { role: 'string', content: 'string' } },
};
