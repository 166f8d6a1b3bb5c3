/** All texts in a row, wherever they are. */
export function textsOf(row: unknown): readonly string[] {
  if (typeof row === 'string') return [row];
  if (typeof row !== 'object' || row === null) return [];
  return Object.values(row).flatMap(textsOf);
}
