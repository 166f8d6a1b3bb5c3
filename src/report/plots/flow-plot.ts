import type { VerdictStatus } from '../../core/verdict.js';
import { countFlows, type SecondTurn, type TurnFlow } from '../numbers/turn-flow.js';
import { formatCount, formatPercent } from '../page/number-text.js';
import { isNarrow } from './axes.js';
import type { Drawing, Plot } from './plot.js';
import { ink, secondTurnColors, secondTurnTitles } from './plot-theme.js';

const ends = Object.keys(secondTurnTitles) as readonly SecondTurn[];

/** Plots what became of the answers that were not right on turn 1. */
export function flowPlot(all: readonly TurnFlow[]): Plot {
  const flows = all.filter(({ from }) => from !== 'correct');
  const right = countFlows(all, { from: 'correct' });
  const shown = ends.filter((to) => countFlows(flows, { to }) > 0);
  return {
    title: 'From turn 1 to turn 2',
    summary: summarize(flows, right),
    legend: shown.map((to) => ({ title: secondTurnTitles[to], color: secondTurnColors[to] })),
    drawing: flows.length === 0 ? undefined : (width) => draw(flows, width),
    table: {
      columns: ['turn 1', 'turn 2', '#output', '#input', '#both', '#share of turn 1'],
      rows: rowsOf(flows),
    },
  };
}

function summarize(flows: readonly TurnFlow[], right: number): string {
  const wrong = countFlows(flows, {});
  const start = `${formatCount(right)} first answers were right and needed no second.`;
  if (wrong === 0) return start;
  const [fixed, repeated, ended] = (['fixed', 'repeated', 'ended'] as const).map((to) =>
    countFlows(flows, { to }),
  );
  const broke = countFlows(flows, { from: 'mismatch', to: 'unusable' });
  const parts = [
    { count: fixed ?? 0, what: `were fixed (${formatPercent(fixed ?? 0, wrong)})` },
    { count: repeated ?? 0, what: 'came back with the same answer' },
    { count: broke, what: 'broke: an answer before, none that is usable after' },
    { count: ended ?? 0, what: 'were not tried again' },
  ];
  const told = parts.filter(({ count }, index) => index === 0 || count > 0);
  const text = told.map(({ count, what }) => `${formatCount(count)} ${what}`).join('; ');
  return `${start} Of the ${formatCount(wrong)} others, ${text}.`;
}

function rowsOf(flows: readonly TurnFlow[]): readonly (readonly string[])[] {
  return pairsOf(flows).map(({ from, to, count }) => [
    from,
    secondTurnTitles[to],
    formatCount(countFlows(flows, { from, to, direction: 'output' })),
    formatCount(countFlows(flows, { from, to, direction: 'input' })),
    formatCount(count),
    formatPercent(count, countFlows(flows, { from })),
  ]);
}

function pairsOf(flows: readonly TurnFlow[]) {
  const starts = [...new Set(flows.map(({ from }) => from))].sort(
    (a, b) => countFlows(flows, { from: b }) - countFlows(flows, { from: a }) || (a < b ? -1 : 1),
  );
  return starts
    .flatMap((from) => ends.map((to) => ({ from, to, count: countFlows(flows, { from, to }) })))
    .filter(({ count }) => count > 0);
}

const colorOf = (from: VerdictStatus): string =>
  from === 'unverifiable' ? 'var(--unverifiable)' : 'var(--unsolved)';

function draw(flows: readonly TurnFlow[], width: number): Drawing {
  const pairs = pairsOf(flows);
  const label = (title: string, count: number): object => ({
    formatter: `${title}  ${formatCount(count)}`,
  });
  const starts = [...new Set(pairs.map(({ from }) => from))].map((from) => ({
    name: `1 ${from}`,
    itemStyle: { color: colorOf(from) },
    label: { ...label(from, countFlows(flows, { from })), position: 'right' },
  }));
  const stops = ends
    .filter((to) => countFlows(flows, { to }) > 0)
    .map((to) => ({
      name: `2 ${to}`,
      itemStyle: { color: secondTurnColors[to] },
      label: { ...label(secondTurnTitles[to], countFlows(flows, { to })), position: 'left' },
    }));
  return {
    height: Math.max(250, 34 + 34 * Math.max(starts.length, stops.length)),
    option: {
      series: [
        {
          type: 'sankey',
          silent: true,
          emphasis: { disabled: true },
          left: 4,
          right: 4,
          top: 8,
          bottom: 8,
          nodeWidth: 12,
          nodeGap: 18,
          layoutIterations: 0,
          label: { fontSize: isNarrow(width) ? 11 : 12, color: ink, fontWeight: 600 },
          data: [...starts, ...stops],
          links: pairs.map(({ from, to, count }) => ({
            source: `1 ${from}`,
            target: `2 ${to}`,
            value: count,
            lineStyle: { color: secondTurnColors[to], opacity: 0.28 },
          })),
        },
      ],
    },
  };
}
