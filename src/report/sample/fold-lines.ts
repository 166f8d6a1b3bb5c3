import type { DifferenceLine, DifferencePart } from './sample-data.js';

/** A line of two values side by side. */
export interface Line {
  readonly indent: number;
  readonly parts: readonly DifferencePart[];
}

/** Equal lines that are shown on either side of a difference. */
const linesAround = 3;
/** More lines than this are not shown. */
const mostLines = 240;

/** Leaves out equal lines that are far from any difference, and what is too much to read. */
export function foldLines(lines: readonly Line[]): readonly DifferenceLine[] {
  const folded: DifferenceLine[] = [];
  for (const [index, line] of lines.entries()) {
    const around = lines.slice(Math.max(0, index - linesAround), index + linesAround + 1);
    const last = folded.at(-1);
    if (around.some(isChanged)) folded.push(line);
    else if (last !== undefined && 'leftOut' in last) {
      folded[folded.length - 1] = { leftOut: last.leftOut + 1 };
    } else folded.push({ leftOut: 1 });
  }
  if (folded.length <= mostLines) return folded;
  return [...folded.slice(0, mostLines), { leftOut: folded.length - mostLines }];
}

/** Says whether the values differ in a line. */
export function isChanged({ parts }: Line): boolean {
  return parts.some(([mark]) => mark !== '=');
}
