import { cleanSvg } from '../plots/clean-svg.js';
import type { Plot } from '../plots/plot.js';
import type { DrawSvg } from '../plots/plot-library.js';
import { escapeHtml, type Html, html, trustedHtml } from './html.js';
import { table } from './table.js';

/** Every plot is drawn for wide and for narrow pages, so that its text stays readable. */
const widths = [
  ['wide', 560],
  ['narrow', 340],
] as const;

/** Writes a plot with its title, what is to be seen, its legend, and its numbers as a table. */
export function figure(plot: Plot, draw: DrawSvg): Html {
  const { title, summary, legend = [], drawing, table: numbers } = plot;
  const drawings =
    drawing === undefined
      ? html`<p class="nothing">There is nothing to draw.</p>`
      : widths.map(([name, width]) => {
          const { option, height } = drawing(width);
          const svg = cleanSvg(draw(option, { width, height }), escapeHtml(`${title}. ${summary}`));
          return html`<div class="drawing ${name}">${trustedHtml(svg)}</div>`;
        });
  return html`<figure class="card">
<figcaption><h3>${title}</h3><p>${summary}</p></figcaption>
${legend.length > 0 && legendOf(legend)}
${drawings}
${numbers.rows.length > 0 && html`<details${numbers.isOpen === true && html` open`}><summary>${numbers.title ?? 'Numbers'}</summary>${table(numbers.columns, numbers.rows)}</details>`}
</figure>
`;
}

function legendOf(legend: NonNullable<Plot['legend']>): Html {
  const entries = legend.map(({ title, color }) => html`<li>${swatch(color)}${title}</li>`);
  return html`<ul class="legend">${entries}</ul>`;
}

/** A spot of color; an attribute of SVG, because the page allows no styles in elements. */
export function swatch(color: string): Html {
  return html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="3" fill="${color}"/></svg>`;
}
