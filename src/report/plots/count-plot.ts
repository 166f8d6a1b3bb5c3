import { formatCount } from '../page/number-text.js';
import { bottomAxis, isNarrow } from './axes.js';
import type { Drawing } from './plot.js';
import { ink, labelStyle, line, type PageColor } from './plot-theme.js';

/** Counts that are stacked on one another. */
export interface CountSeries {
  readonly color: PageColor;
  readonly counts: readonly number[];
}

/** Draws counts as bars, with their sums above. */
export function drawCounts(
  kinds: readonly string[],
  series: readonly CountSeries[],
  width: number,
): Drawing {
  const { axis, height } = bottomAxis(kinds, width);
  const sums = kinds.map((_, index) =>
    series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  return {
    height: 230 + height,
    option: {
      grid: { left: 48, right: 8, top: 24, bottom: height },
      xAxis: axis,
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { ...labelStyle, formatter: formatCount },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map(({ color, counts }, index) => ({
        type: 'bar',
        stack: 'counts',
        silent: true,
        emphasis: { disabled: true },
        barWidth: '68%',
        barMaxWidth: 72,
        itemStyle: { color },
        data: [...counts],
        ...(index === series.length - 1 && {
          label: {
            show: kinds.length <= (isNarrow(width) ? 8 : 14),
            position: 'top',
            fontSize: 11,
            color: ink,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              (sums[dataIndex] ?? 0) > 0 ? formatCount(sums[dataIndex] ?? 0) : '',
          },
        }),
      })),
    },
  };
}
