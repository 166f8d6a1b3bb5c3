import { type Html, html } from './html.js';

/** Titles of columns; those that begin with `#` are numbers, and stand to the right. */
export type TableColumns = readonly string[];

/** Writes a table. The first cell of a row is its head. */
export function table(columns: TableColumns, rows: readonly (readonly (string | Html)[])[]): Html {
  const isNumber = columns.map((title) => title.startsWith('#'));
  const head = columns.map((title, index) => {
    return isNumber[index]
      ? html`<th scope="col" class="number">${title.slice(1)}</th>`
      : html`<th scope="col">${title}</th>`;
  });
  const body = rows.map((cells) => {
    const inner = cells.map((cell, index) => {
      if (index === 0) return html`<th scope="row">${cell}</th>`;
      return isNumber[index] ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;
    });
    return html`<tr>${inner}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
