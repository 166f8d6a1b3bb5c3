import { solveRate } from '../../curation/solve-rate.js';
import type { TurnAccuracy } from '../numbers/turn-accuracy.js';
import { formatCount, formatInterval, formatPercent } from '../page/number-text.js';
import { kindAxis, percentAxis } from './axes.js';
import type { Drawing, Plot } from './plot.js';
import { ink, labelStyle, mutedInk } from './plot-theme.js';

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
    drawing: accuracy.length === 0 ? undefined : () => draw(accuracy, shown),
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
): Drawing {
  const turns = Math.min(mostTurns, Math.max(...accuracy.map(({ turn }) => turn)));
  const points = accuracy
    .filter(({ turn, judged }) => turn <= turns && judged > 0)
    .map(({ turn, direction, solved, judged }) => {
      const { rate = 0, interval } = solveRate(solved, judged);
      const place = shown.indexOf(direction) - (shown.length - 1) / 2;
      return { value: [turn - 1, rate, interval.low, interval.high, place], direction };
    });
  const lowest = Math.min(...points.map(({ value }) => value[2] ?? 0));
  const min = Math.max(0, Math.floor(lowest * 10 - 0.2) / 10);
  return {
    height: 270,
    option: {
      grid: { left: 52, right: 16, top: 16, bottom: 32 },
      xAxis: kindAxis(Array.from({ length: turns }, (_, index) => `turn ${index + 1}`)),
      yAxis: percentAxis(min),
      series: [
        {
          type: 'custom',
          silent: true,
          renderItem: (params: { dataIndex: number }, api: PlotCoordinates) =>
            drawPoint(points[params.dataIndex], api, turns),
          data: points.map(({ value }) => [...value]),
        },
      ],
    },
  };
}

/** What ECharts tells about the place of a point. */
interface PlotCoordinates {
  coord(value: readonly number[]): readonly number[];
}

/** A dot with its interval and its share beside it. */
function drawPoint(
  point: { readonly value: readonly number[]; readonly direction: keyof typeof colors } | undefined,
  api: PlotCoordinates,
  turns: number,
): object | undefined {
  if (point === undefined) return undefined;
  const [turn = 0, rate = 0, low = 0, high = 0, place = 0] = point.value;
  const [x = 0, y = 0] = api.coord([turn, rate]);
  const [bottom = 0, top = 0] = [low, high].map((share) => api.coord([turn, share])[1]);
  const center = x + place * (turns > 4 ? 12 : 62);
  const color = colors[point.direction];
  const bar = (x1: number, y1: number, x2: number, y2: number): object => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: 2, lineCap: 'round' },
  });
  const label = {
    type: 'text',
    style: {
      ...labelStyle,
      text: `${(rate * 100).toFixed(1)} %`,
      x: center + 9,
      y,
      fill: point.direction === 'all' ? ink : mutedInk,
      verticalAlign: 'middle',
    },
  };
  return {
    type: 'group',
    children: [
      bar(center, bottom, center, top),
      bar(center - 5, bottom, center + 5, bottom),
      bar(center - 5, top, center + 5, top),
      { type: 'circle', shape: { cx: center, cy: y, r: 5 }, style: { fill: color } },
      ...(turns > 4 ? [] : [label]),
    ],
  };
}
