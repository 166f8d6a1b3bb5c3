import type { WrittenDataset } from '../../formats/files/written-dataset.js';
import {
  type FindingGroup,
  groupFindings,
  type NamedValidation,
} from '../numbers/finding-groups.js';
import { type Html, html } from './html.js';
import { formatCount, formatShort } from './number-text.js';
import { table } from './table.js';

/** More rules, or reasons of a format, than this are not listed. */
const mostListed = 60;
const longestText = 400;

/** Writes what validators found in the rows that were made for trainers, and what formats refused. */
export function rowsSection(
  validations: readonly NamedValidation[],
  dataset: WrittenDataset | undefined,
): Html | undefined {
  if (validations.length === 0) return undefined;
  const groups = groupFindings(validations);
  return html`<section id="rows" aria-labelledby="rows-title"><h2 id="rows-title">Rows for trainers</h2>
<div class="stack"><div class="card"><h3>Checked rows</h3>${verdict(groups)}${rowsTable(validations)}</div>
${groups.length > 0 && html`<div class="card"><h3>Findings</h3>${findingsTable(groups)}</div>`}
${dataset !== undefined && skippedCard(dataset)}</div></section>
`;
}

function verdict(groups: readonly FindingGroup[]): Html {
  if (groups.length === 0) {
    return html`<p class="fine">✓ Nothing was found: the rows are as their trainers want them.</p>`;
  }
  const count = (severity: FindingGroup['severity']): string => {
    const ofSeverity = groups.filter((group) => group.severity === severity);
    return formatCount(ofSeverity.reduce((sum, group) => sum + group.count, 0));
  };
  return html`<p>${count('error')} errors lose rows or fail the training; ${count('warning')} warnings are for you to judge.</p>`;
}

function rowsTable(validations: readonly NamedValidation[]): Html {
  const hasTokens = validations.some(({ report }) => report.tokens !== undefined);
  const columns = ['rows of', '#rows', '#errors', '#warnings'];
  if (hasTokens) columns.push('#tokens in all', '#a row: median', '#95 % under', '#longest');
  const rows = validations.map(({ name, report: { rows, errors, warnings, tokens } }) => [
    name,
    ...[rows, errors, warnings].map(formatCount),
    ...(hasTokens
      ? [tokens?.total, tokens?.median, tokens?.p95, tokens?.max].map((count) =>
          count === undefined ? '–' : formatShort(count),
        )
      : []),
  ]);
  return table(columns, rows);
}

function findingsTable(groups: readonly FindingGroup[]): Html {
  const rows = groups
    .slice(0, mostListed)
    .map(({ rule, severity, count, examples }) => [
      html`<span class="badge ${severity}">${severity}</span> ${cut(rule)}`,
      formatCount(count),
      html`<ul class="examples">${examples.map(example)}</ul>`,
    ]);
  return html`${table(['rule', '#findings', 'the first of them'], rows)}${leftOut(groups.length, 'rules')}`;
}

function example({ name, finding }: FindingGroup['examples'][number]): Html {
  const { file, row, field, problem } = finding;
  const place = [file ?? name, row === undefined ? undefined : `row ${row}`, field];
  const parts = place.filter((part) => part !== undefined);
  return html`<li><code>${cut(parts.join(' · '))}</code> ${cut(problem)}</li>`;
}

function skippedCard({ configs }: WrittenDataset): Html | undefined {
  const skipped = Object.values(configs).flatMap(({ name, skipped, withoutRows }) => [
    ...skipped.map((reason) => ({ format: name, reason: reason.name, count: reason.count })),
    { format: name, reason: 'nothing in it is to be trained', count: withoutRows },
  ]);
  const rows = skipped
    .filter(({ count }) => count > 0)
    .map(({ format, reason, count }) => [format, formatCount(count), cut(reason)]);
  if (rows.length === 0) return undefined;
  return html`<div class="card"><h3>Without rows</h3><p>Conversations, or groups of samples, of which a format made no row.</p>${table(['format', '#left out', 'why'], rows.slice(0, mostListed))}${leftOut(rows.length, 'reasons')}</div>`;
}

function leftOut(count: number, what: string): Html | undefined {
  if (count <= mostListed) return undefined;
  return html`<p>${formatCount(count - mostListed)} more ${what} are not listed.</p>`;
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
