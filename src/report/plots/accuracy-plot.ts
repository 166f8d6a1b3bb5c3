import { solveRate } from '../../curation/solve-rate.js';
import type { TurnAccuracy } from '../numbers/turn-accuracy.js';
import { formatCount, formatInterval, formatPercent } from '../page/number-text.js';
import { kindAxis, percentAxis } from './axes.js';
import { drawIntervalPoint, type IntervalPoint, type PlotCoordinates } from './interval-point.js';
import type { Drawing, Plot } from './plot.js';
import { ink } from './plot-theme.js';

/** More turns than this are in the table only. */
const mostTurns = 8;
const series = ['output', 'input', 'all'] as const;
const titles = { output: 'output prediction', input: 'input prediction', all: 'both' } as const;
const colors = { output: 'var(--output)', input: 'var(--input)', all: ink } as const;

/** Plots the share of problems that are solved by the end of each turn, with intervals. */
export function accuracyPlot(accuracy: readonly TurnAccuracy[]): Plot {
  const shown = series.filter((direction) => accuracy.some((row) => row.direction === direction));
  return {
    title: 'Solved by the end of each turn',
    summary: summarize(accuracy),
    legend: shown.map((direction) => ({ title: titles[direction], color: colors[direction] })),
    drawing: accuracy.length === 0 ? undefined : (width) => draw(accuracy, shown, width),
    table: {
      columns: [
        'turn',
        'predicted side',
        '#solved',
        '#of',
        '#share',
        '#95 % interval',
        '#replies',
        '#right',
      ],
      rows: accuracy.map((row) => [
        String(row.turn),
        row.direction === 'all' ? 'both' : row.direction,
        formatCount(row.solved),
        formatCount(row.judged),
        formatPercent(row.solved, row.judged),
        formatInterval(row.solved, row.judged),
        formatCount(row.replies),
        formatCount(row.right),
      ]),
    },
  };
}

function summarize(accuracy: readonly TurnAccuracy[]): string {
  const all = accuracy.filter(({ direction }) => direction === 'all');
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing could be judged.';
  const share = ({ solved, judged }: TurnAccuracy): string => formatPercent(solved, judged);
  const start = `${share(first)} of the problems are solved on turn 1`;
  return first === last ? `${start}.` : `${start}, ${share(last)} by the end of turn ${last.turn}.`;
}

function draw(
  accuracy: readonly TurnAccuracy[],
  shown: readonly (typeof series)[number][],
  width: number,
): Drawing {
  const turns = Math.min(mostTurns, Math.max(...accuracy.map(({ turn }) => turn)));
  const [left, right] = [52, 16];
  const step = Math.min(64, (width - left - right) / turns / (shown.length + 0.4));
  const points = accuracy
    .filter(({ turn, judged }) => turn <= turns && judged > 0)
    .map(({ turn, direction, solved, judged }): IntervalPoint => {
      const { rate = 0, interval } = solveRate(solved, judged);
      const isMain = direction === 'all';
      return {
        kind: turn - 1,
        rate,
        ...interval,
        offset: step * (shown.indexOf(direction) - (shown.length - 1) / 2),
        color: colors[direction],
        label: step > 55 ? 'beside' : isMain && step > 14 ? 'above' : 'nowhere',
        isMain,
      };
    });
  const lowest = Math.min(...points.map(({ low }) => low));
  return {
    height: 270,
    option: {
      grid: { left, right, top: 24, bottom: 32 },
      xAxis: kindAxis(Array.from({ length: turns }, (_, index) => `turn ${index + 1}`)),
      // Intervals would be too small to see from 0 up.
      yAxis: percentAxis(Math.max(0, Math.floor(lowest * 10 - 0.2) / 10)),
      series: [
        {
          type: 'custom',
          silent: true,
          renderItem: (params: { dataIndex: number }, api: PlotCoordinates) => {
            const point = points[params.dataIndex];
            return point && drawIntervalPoint(point, api);
          },
          data: points.map(({ kind, rate, low, high }) => [kind, rate, low, high]),
        },
      ],
    },
  };
}
