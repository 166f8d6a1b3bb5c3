import { formatCount } from '../page/number-text.js';
import { kindAxis } from './percent-axis.js';
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
  const isNarrow = width < 400;
  const isRotated = isNarrow && kinds.length > 5;
  const sums = kinds.map((_, index) =>
    series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  return {
    height: 260,
    option: {
      grid: { left: 48, right: 8, top: 24, bottom: isRotated ? 62 : 32 },
      xAxis: kindAxis(
        kinds,
        isRotated ? { axisLabel: { ...labelStyle, interval: 0, rotate: 50, fontSize: 11 } } : {},
      ),
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
        itemStyle: { color },
        data: [...counts],
        ...(index === series.length - 1 && {
          label: {
            show: true,
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
