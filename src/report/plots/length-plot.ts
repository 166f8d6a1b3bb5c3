import { bucketRange, fineSteps } from '../numbers/size-buckets.js';
import type { LengthCount, TokenUse } from '../numbers/token-use.js';
import { formatBucket, formatCount, formatPercent } from '../page/number-text.js';
import { drawCounts } from './count-plot.js';
import type { Plot } from './plot.js';
import { outcomeColors } from './plot-theme.js';

/** Plots how long replies are, and how many of them are right; in tokens where they are known. */
export function lengthPlot({ byOutputTokens, byCharacters }: TokenUse): Plot {
  const [unit, lengths] =
    byOutputTokens.size > 0
      ? (['output tokens', byOutputTokens] as const)
      : (['characters', byCharacters] as const);
  const buckets = bucketRange(lengths.keys(), fineSteps);
  const at = (from: number): LengthCount => lengths.get(from) ?? { right: 0, wrong: 0 };
  const titles = buckets.map(formatBucket);
  return {
    title: `Length of replies, in ${unit}`,
    summary: summarize(
      unit,
      buckets.map(({ from }) => at(from)),
      titles,
    ),
    legend: [
      { title: 'right', color: outcomeColors.correct },
      { title: 'wrong', color: outcomeColors.unsolved },
    ],
    drawing:
      buckets.length === 0
        ? undefined
        : (width) =>
            drawCounts(
              titles,
              [
                { color: outcomeColors.correct, counts: buckets.map(({ from }) => at(from).right) },
                {
                  color: outcomeColors.unsolved,
                  counts: buckets.map(({ from }) => at(from).wrong),
                },
              ],
              width,
            ),
    table: {
      columns: [unit, '#replies', '#right', '#wrong', '#share right'],
      rows: buckets.map(({ from }, index) => {
        const { right, wrong } = at(from);
        const all = right + wrong;
        return [
          titles[index] ?? '',
          formatCount(all),
          formatCount(right),
          formatCount(wrong),
          formatPercent(right, all),
        ];
      }),
    },
  };
}

function summarize(
  unit: string,
  counts: readonly LengthCount[],
  titles: readonly string[],
): string {
  const sizes = counts.map(({ right, wrong }) => right + wrong);
  const most = Math.max(0, ...sizes);
  const at = sizes.indexOf(most);
  if (most === 0) return 'There are no replies that could be judged.';
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return `${formatPercent(most, total)} of the judged replies are ${titles[at] ?? ''} ${unit} long. Bars show all turns.`;
}
