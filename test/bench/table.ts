/** A line of the table of results. */
export interface Row {
  readonly what: string;
  /** What was measured, with its unit. */
  readonly figure: string;
  /** The quotient that counts, when one does. */
  readonly ratio?: number | undefined;
  readonly wanted?: Bound | undefined;
}

/** What a figure or ratio has to be. */
export interface Bound {
  readonly text: string;
  readonly isReached: boolean;
}

/** At most so much. */
export function atMost(bound: number, value: number, unit = ''): Bound {
  return { text: `≤ ${bound}${unit}`, isReached: value <= bound };
}

/** At least so many times as fast. */
export function atLeast(bound: number, value: number): Bound {
  return { text: `≥ ${bound}`, isReached: value >= bound };
}

/** Faster than the other one. */
export function ahead(ratio: number): Bound {
  return { text: 'ahead', isReached: ratio > 1 };
}

/** Microseconds with a unit that suits them. */
export function time(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds.toFixed(1)} µs`;
  return `${(microseconds / 1000).toFixed(2)} ms`;
}

/** Lays rows out as text. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, ratio, wanted }) => [
    what,
    figure,
    ratio === undefined ? '' : formatRatio(ratio),
    wanted?.text ?? '',
    wanted === undefined ? '' : wanted.isReached ? 'yes' : 'NO',
  ]);
  const table = [['what', 'figure', 'ratio', 'wanted', 'reached'], ...cells];
  const widths = (table[0] as string[]).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  return table
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] as number;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width + 2);
        })
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function formatRatio(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(ratio >= 100 ? 0 : 1) : ratio.toFixed(ratio < 1 ? 3 : 2);
}
