/** What a bar shows. */
export interface BarState {
  readonly label: string;
  /** The share that is done, from 0 to 1; undefined when it is not known. */
  readonly fraction: number | undefined;
  /** What is told beside the bar, the most important first. */
  readonly parts: readonly string[];
}

const smallestBar = 10;
const largestBar = 30;

/**
 * Fits a bar and what is told beside it into a width: as many parts as there is room for, the bar in
 * what is left.
 *
 * @param draw - Draws a bar of a share from 0 to 1 in as many characters.
 */
export function fitLine(
  { label, fraction, parts }: BarState,
  width: number,
  draw: (fraction: number, size: number) => string,
): string {
  const start = label === '' ? '' : `${label} `;
  const frame = '[] '.length;
  const room = width - start.length - (fraction === undefined ? 0 : smallestBar + frame);
  let text = '';
  for (const part of parts) {
    const longer = text === '' ? part : `${text} | ${part}`;
    if (text !== '' && longer.length > room) break;
    text = longer;
  }
  const size = Math.min(largestBar, width - start.length - text.length - frame);
  if (fraction === undefined || size < smallestBar) return `${start}${text}`;
  return `${start}[${draw(fraction, size)}] ${text}`;
}
