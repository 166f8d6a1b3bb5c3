import {
  countByRate,
  type FunctionRate,
  hardestFirst,
  rateSteps,
} from '../numbers/function-rates.js';
import { button, type Html } from '../page/html.js';
import { formatCount, formatInterval, formatPercent } from '../page/number-text.js';
import { drawCounts } from './count-plot.js';
import type { Plot } from './plot.js';
import { accent } from './plot-theme.js';

/** How many of the hardest functions are listed. */
const hardest = 12;

/** Plots how many functions are how hard, and lists the hardest. */
export function difficultyPlot(functions: readonly FunctionRate[]): Plot {
  const counts = countByRate(functions);
  const judged = functions.filter((rate) => rate.judged > 0);
  return {
    title: 'Difficulty: functions by solve rate on turn 1',
    summary: `${formatCount(counts[0] ?? 0)} of ${formatCount(judged.length)} functions are never solved at once, ${formatCount(counts.at(-1) ?? 0)} always. With few problems a function, most are at one of the ends.`,
    drawing:
      judged.length === 0
        ? undefined
        : (width) => drawCounts(rateSteps, [{ color: accent, counts }], width),
    table: {
      title: 'The hardest functions',
      isOpen: true,
      columns: ['function', 'category', '#solved', '#of', '#rate', '#95 % interval'],
      rows: hardestFirst(judged).slice(0, hardest).map(rowOf),
    },
  };
}

function rowOf({
  entrypoint,
  category = '',
  solved,
  judged,
}: FunctionRate): readonly (string | Html)[] {
  return [
    button(entrypoint, { search: entrypoint }),
    category,
    formatCount(solved),
    formatCount(judged),
    formatPercent(solved, judged),
    formatInterval(solved, judged),
  ];
}
