import { addCounts, outcomes, totalOf } from '../numbers/outcome-counts.js';
import type { ReportNumbers } from '../numbers/report-numbers.js';
import { sumOver } from '../numbers/token-use.js';
import { countFlows } from '../numbers/turn-flow.js';
import { outcomeColors, outcomeTitles } from '../plots/plot-theme.js';
import { swatch } from './figure.js';
import { type Html, html } from './html.js';
import {
  formatCount,
  formatInterval,
  formatMoney,
  formatPercent,
  formatShort,
} from './number-text.js';

/** Writes the numbers that matter most: one bar, and a handful of cards. */
export function headline(numbers: ReportNumbers, currency: string): Html {
  const counts = addCounts(Object.values(numbers.outcomes));
  const total = totalOf(counts);
  const judged = total - counts.unverifiable;
  const solved = counts.correct + counts.revised;
  const retried = retriedCount(numbers);
  const cards = [
    card(
      'right at once',
      formatPercent(counts.correct, judged),
      `95 %: ${formatInterval(counts.correct, judged)}`,
    ),
    card(
      'right in the end',
      formatPercent(solved, judged),
      `95 %: ${formatInterval(solved, judged)}`,
    ),
    card(
      'fixed by feedback',
      formatPercent(retried.fixed, retried.all),
      `${formatCount(retried.fixed)} of ${formatCount(retried.all)} second attempts`,
    ),
    ...useCards(numbers, currency),
  ];
  return html`<section aria-labelledby="overview" class="overview">
<h2 id="overview" class="hidden">Overview</h2>
${outcomeBar(counts, total)}
<dl class="cards">${cards}</dl>
</section>
`;
}

function card(title: string, value: string, note: string): Html {
  return html`<div class="card"><dt>${title}</dt><dd><strong>${value}</strong><span>${note}</span></dd></div>`;
}

function retriedCount({ flows }: ReportNumbers): { fixed: number; all: number } {
  const wrong = flows.filter(
    ({ from, to }) => from !== 'correct' && to !== 'ended' && to !== 'unverifiable',
  );
  return { fixed: countFlows(wrong, { to: 'fixed' }), all: countFlows(wrong, {}) };
}

function useCards({ tokens, outcomes }: ReportNumbers, currency: string): Html[] {
  const output = sumOver(tokens.turns, ({ outputTokens }) => outputTokens);
  const cost = sumOver(tokens.turns, (turn) => turn.cost);
  const counts = addCounts(Object.values(outcomes));
  const solved = counts.correct + counts.revised;
  const cards: Html[] = [];
  if (output.known > 0) {
    const mean = formatShort(output.sum / output.known);
    cards.push(card('output tokens', formatShort(output.sum), `${mean} a reply on average`));
  } else {
    const characters = tokens.turns.reduce((sum, turn) => sum + turn.characters, 0);
    const mean = formatShort(characters / Math.max(1, output.replies));
    cards.push(
      card('characters of replies', formatShort(characters), `${mean} a reply; no token counts`),
    );
  }
  if (cost.known > 0) {
    const each = solved === 0 ? '–' : formatMoney(cost.sum / solved, currency);
    const unknown = cost.replies - cost.known;
    const note =
      unknown > 0 ? `${formatCount(unknown)} replies unknown` : `${each} a solved problem`;
    cards.push(card('cost', formatMoney(cost.sum, currency), note));
  }
  return cards;
}

function outcomeBar(counts: ReturnType<typeof addCounts>, total: number): Html {
  let left = 0;
  const used = outcomes.filter((outcome) => counts[outcome] > 0);
  const parts = used.map((outcome) => {
    const width = (1000 * counts[outcome]) / total;
    const part = html`<rect x="${left.toFixed(2)}" width="${Math.max(0, width - 2).toFixed(2)}" height="20" rx="2" fill="${outcomeColors[outcome]}"/>`;
    left += width;
    return part;
  });
  const legend = used.map((outcome) => {
    const share = formatPercent(counts[outcome], total);
    return html`<li>${swatch(outcomeColors[outcome])}<strong>${formatCount(counts[outcome])}</strong> ${outcomeTitles[outcome]} <span>${share}</span></li>`;
  });
  return html`<svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend large">${legend}</ul>`;
}
