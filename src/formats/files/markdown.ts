/**
 * Writes a table. What the cells hold is text: nothing in it counts as Markdown or HTML, except for
 * code spans that {@link codeSpan} made.
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | CodeSpan)[])[],
): string {
  const line = (cells: readonly (string | CodeSpan)[]): string =>
    `| ${cells.map((cell) => (typeof cell === 'string' ? escapeMarkdown(cell) : cell.code)).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text in the type of code. */
export interface CodeSpan {
  readonly code: string;
}

/** Makes a code span of one line, for tables, too. */
export function codeSpan(text: string): CodeSpan {
  const plain = oneLine(text).replaceAll('|', '\u2758');
  const longest = longestRun(plain);
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || plain === '' ? ' ' : '';
  return { code: `${fence}${pad}${plain}${pad}${fence}` };
}

/** Writes a text as a block of code, whatever is in it. */
export function codeBlock(text: string, language = 'text'): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Writes a text on one line so that nothing in it counts as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~#]/g, '\\$&');
}

/** Writes a number with commas between thousands, the same in every country. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Writes a share as a percentage with one digit. */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
