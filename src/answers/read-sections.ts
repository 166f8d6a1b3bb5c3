/** A part of a text under its heading. */
export interface TextSection {
  /** The heading, in lower case, without marks and numbers. */
  readonly heading: string;
  readonly lines: readonly string[];
}

const longestHeading = 120;
const fenceLine = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;
/**
 * Splits a text in Markdown at its headings: at those with a wanted name (`## Name`, also numbered,
 * bold, or bold alone), and at others of the two highest levels; lesser ones belong to the section
 * that they stand in. What stands in a fenced block is never a heading. Takes time linear in the
 * length of the text.
 *
 * @param wanted - The names of the wanted headings, in lower case.
 */
export function readSections(text: string, wanted: ReadonlySet<string>): readonly TextSection[] {
  const sections: { heading: string; lines: string[] }[] = [];
  let openFence: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    openFence = fenceAfter(line, openFence);
    const name = openFence === undefined ? headingOf(line, wanted) : undefined;
    if (name === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading: name, lines: [] });
  }
  return sections;
}

function headingOf(line: string, wanted: ReadonlySet<string>): string | undefined {
  if (line.length > longestHeading) return undefined;
  const text = line.trim();
  const level = /^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 0;
  const isBold = text.startsWith('**') && /\*\*:?$/.test(text);
  if (level === 0 && !isBold) return undefined;
  const name = text
    .replace(/^[#*\s]+/, '')
    .replace(/[#*:\s]+$/, '')
    .replace(/^\d+[.)]\s*\**/, '')
    .toLowerCase();
  return level === 1 || level === 2 || wanted.has(name) ? name : undefined;
}

/** The content of the first fenced block among lines; `undefined` when there is none. */
export function firstBlock(lines: readonly string[]): string | undefined {
  let openFence: string | undefined;
  const block: string[] = [];
  for (const line of lines) {
    const next = fenceAfter(line, openFence);
    if (openFence !== undefined && next === undefined) return block.join('\n');
    if (openFence !== undefined) block.push(line);
    openFence = next;
  }
  return undefined;
}

/** The fence that is open after a line, given the one that was open before it. */
function fenceAfter(line: string, openFence: string | undefined): string | undefined {
  const match = fenceLine.exec(line);
  if (match === null) return openFence;
  const [, marks = '', info = ''] = match;
  if (openFence === undefined) return marks;
  const isClosing = info.trim() === '' && marks.startsWith(openFence);
  return isClosing ? undefined : openFence;
}
