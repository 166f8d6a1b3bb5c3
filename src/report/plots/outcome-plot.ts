import { type OutcomeCounts, outcomes, totalOf } from '../numbers/outcome-counts.js';
import { button, type Html } from '../page/html.js';
import { formatCount, formatInterval, formatPercent } from '../page/number-text.js';
import { kindAxis, percentAxis } from './percent-axis.js';
import type { Drawing, Plot } from './plot.js';
import { ink, outcomeColors, outcomeTitles } from './plot-theme.js';

/** Conversations of one kind. */
export interface OutcomeGroup {
  readonly title: string;
  readonly counts: OutcomeCounts;
  /** The category that the browser is to show. */
  readonly category?: string | undefined;
}

/** What is plotted, and in what words. */
export interface OutcomePlotSettings {
  readonly title: string;
  /** What the groups are, in the head of the table. */
  readonly kind: string;
  readonly summary: string;
  /** Whether groups stand below each other, which leaves room for long titles. */
  readonly isHorizontal?: boolean | undefined;
}

/** Plots how the conversations of each group ended, as shares. */
export function outcomePlot(
  groups: readonly OutcomeGroup[],
  { title, kind, summary, isHorizontal = false }: OutcomePlotSettings,
): Plot {
  const used = outcomes.filter((outcome) => groups.some(({ counts }) => counts[outcome] > 0));
  return {
    title,
    summary,
    legend: used.map((outcome) => ({
      title: outcomeTitles[outcome],
      color: outcomeColors[outcome],
    })),
    drawing: groups.length === 0 ? undefined : (width) => draw(groups, isHorizontal, width),
    table: {
      columns: [
        kind,
        '#conversations',
        ...used.map((outcome) => `#${outcomeTitles[outcome]}` as const),
        '#at once',
        '95 % interval',
      ],
      rows: groups.map(({ title, counts, category }) =>
        rowOf(category === undefined ? title : button(title, { category }), counts, used),
      ),
    },
  };
}

function rowOf(
  title: string | Html,
  counts: OutcomeCounts,
  used: readonly (keyof OutcomeCounts)[],
): readonly (string | Html)[] {
  const judged = totalOf(counts) - counts.unverifiable;
  return [
    title,
    formatCount(totalOf(counts)),
    ...used.map((outcome) => formatCount(counts[outcome])),
    formatPercent(counts.correct, judged),
    formatInterval(counts.correct, judged),
  ];
}

function draw(groups: readonly OutcomeGroup[], isHorizontal: boolean, width: number): Drawing {
  const isNarrow = width < 400;
  const titleOf = ({ title, counts }: OutcomeGroup): string =>
    isHorizontal ? `${cut(title, isNarrow ? 18 : 30)}  ${formatCount(totalOf(counts))}` : title;
  const shown = isHorizontal ? [...groups].reverse() : groups;
  const kinds = kindAxis(shown.map(titleOf), isHorizontal ? {} : rotated(groups.length, isNarrow));
  const shares = percentAxis();
  return {
    height: isHorizontal ? 56 + 24 * groups.length : 280,
    option: {
      grid: isHorizontal
        ? { left: isNarrow ? 128 : 200, right: 24, top: 4, bottom: 28 }
        : { left: 48, right: 8, top: 26, bottom: isNarrow && groups.length > 5 ? 62 : 32 },
      xAxis: isHorizontal ? shares : kinds,
      yAxis: isHorizontal ? kinds : shares,
      series: outcomes.map((outcome, index) => ({
        type: 'bar',
        stack: 'outcomes',
        silent: true,
        emphasis: { disabled: true },
        barWidth: '68%',
        itemStyle: {
          color: outcomeColors[outcome],
          borderColor: 'var(--surface)',
          borderWidth: 0.5,
        },
        data: shown.map(({ counts }) => counts[outcome] / Math.max(1, totalOf(counts))),
        // The number of conversations, above the whole bar.
        ...(index === outcomes.length - 1 &&
          !isHorizontal && {
            label: {
              show: true,
              position: 'top',
              fontSize: isNarrow ? 9 : 11,
              color: ink,
              formatter: ({ dataIndex }: { dataIndex: number }) => {
                const counts = shown[dataIndex]?.counts;
                return counts === undefined ? '' : formatCount(totalOf(counts));
              },
            },
          }),
      })),
    },
  };
}

function rotated(count: number, isNarrow: boolean): object {
  if (!isNarrow || count <= 5) return {};
  return { axisLabel: { interval: 0, rotate: 50, fontSize: 11, color: 'var(--muted)' } };
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
