import type { RunSummary } from '../../dataset/run-summary.js';
import type { WrittenDataset } from '../../formats/files/written-dataset.js';
import type { NamedValidation } from '../numbers/finding-groups.js';
import type { ReportNumbers } from '../numbers/report-numbers.js';
import { accuracyPlot } from '../plots/accuracy-plot.js';
import { difficultyPlot } from '../plots/difficulty-plot.js';
import { flowPlot } from '../plots/flow-plot.js';
import { lengthPlot } from '../plots/length-plot.js';
import type { Plot } from '../plots/plot.js';
import type { DrawSvg } from '../plots/plot-library.js';
import type { SampleData } from '../sample/sample-data.js';
import { browserSection } from './browser-section.js';
import { renderDocument } from './document.js';
import { figure } from './figure.js';
import { headline } from './headline.js';
import { type Html, html } from './html.js';
import { formatCount } from './number-text.js';
import { categoryPlot, outputSizePlot, workPlot } from './outcome-figures.js';
import { rowsSection } from './rows-section.js';
import { runCard } from './run-card.js';
import { useCard } from './use-card.js';

/** What a report is about. */
export interface PageContent {
  readonly title: string;
  readonly numbers: ReportNumbers;
  readonly sample: SampleData;
  readonly validations: readonly NamedValidation[];
  readonly dataset?: WrittenDataset | undefined;
  readonly summary?: RunSummary | undefined;
  readonly currency: string;
  readonly date?: Date | undefined;
}

/** Writes the page. */
export function renderPage(content: PageContent, draw: DrawSvg): string {
  const { title, numbers, sample, validations, dataset, summary, currency } = content;
  const { conversations } = numbers;
  const figures = (...plots: readonly Plot[]): Html[] => plots.map((plot) => figure(plot, draw));
  const main = html`${headline(numbers, currency)}
<section id="accuracy" aria-labelledby="accuracy-title"><h2 id="accuracy-title">What feedback does</h2>
<div class="grid">${figures(accuracyPlot(numbers.accuracy), flowPlot(numbers.flows))}</div></section>
<section id="hard" aria-labelledby="hard-title"><h2 id="hard-title">What is hard</h2>
<div class="grid"><div class="stack">${figures(categoryPlot(numbers), workPlot(numbers))}</div><div class="stack">${figures(difficultyPlot(numbers.functions), outputSizePlot(numbers))}</div></div></section>
<section id="cost" aria-labelledby="cost-title"><h2 id="cost-title">Tokens and cost</h2>
<div class="grid">${figures(lengthPlot(numbers.tokens))}<div class="stack">${useCard(numbers.tokens, currency)}${summary !== undefined && runCard(summary, currency)}</div></div></section>
${rowsSection(validations, dataset)}
${browserSection(sample.conversations.length, conversations)}`;
  const sections = {
    accuracy: 'Feedback',
    hard: 'What is hard',
    cost: 'Cost',
    ...(validations.length > 0 && { rows: 'Rows' }),
    browse: 'Browse',
  };
  return renderDocument({ title, sections, head: headOf(content), main, sample });
}

function headOf({ title, numbers, date }: PageContent): Html {
  const { conversations, functions, categories, models } = numbers;
  const replies = models.reduce((sum, model) => sum + model.replies, 0);
  const facts = [
    count(conversations, 'conversation'),
    count(functions.length, 'function'),
    count(categories.size, 'category', 'categories'),
    count(replies, 'reply', 'replies'),
    ...modelNames(numbers),
    ...(date === undefined ? [] : [date.toISOString().slice(0, 10)]),
  ];
  return html`<div class="title"><h1>${title}</h1><ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul></div>`;
}

function modelNames({ models }: ReportNumbers): readonly string[] {
  const names = models.slice(0, 3).map(({ modelId, provider }) => `${modelId} (${provider})`);
  if (models.length > 3) names.push(`${formatCount(models.length - 3)} more`);
  return names.length === 0 ? [] : [names.join(', ')];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}
