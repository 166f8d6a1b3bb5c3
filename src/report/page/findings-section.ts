import type { Finding } from '../../formats/validation/finding.js';
import { groupFindings } from '../numbers/finding-groups.js';
import { type Html, html } from './html.js';
import { formatCount } from './number-text.js';
import { table } from './table.js';

/** More rules than this are not listed. */
const mostRules = 60;
const longestText = 400;

/** Writes what validators found, rule by rule. */
export function findingsSection(findings: Iterable<Finding> | undefined): Html | undefined {
  if (findings === undefined) return undefined;
  const groups = groupFindings(findings);
  if (groups.length === 0) {
    return html`<section id="findings"><h2>Findings of the validators</h2><p class="fine">Nothing was found: the rows are as their trainers want them.</p></section>
`;
  }
  const rows = groups
    .slice(0, mostRules)
    .map(({ rule, severity, count, examples }) => [
      html`<span class="badge ${severity}">${severity}</span> ${cut(rule)}`,
      formatCount(count),
      html`<ul class="examples">${examples.map(example)}</ul>`,
    ]);
  const count = (severity: Finding['severity']): string =>
    formatCount(
      groups.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0),
    );
  return html`<section id="findings"><h2>Findings of the validators</h2><div class="card">
<p>${count('error')} errors lose rows or fail the training; ${count('warning')} warnings are for you to judge.</p>
${table(['rule', '#findings', 'the first of them'], rows)}
${groups.length > mostRules && html`<p>${formatCount(groups.length - mostRules)} more rules are not listed.</p>`}
</div></section>
`;
}

function example({ file, row, field, problem }: Finding): Html {
  const place = [file, row === undefined ? undefined : `row ${row}`, field].filter(
    (part) => part !== undefined,
  );
  return html`<li>${place.length > 0 && html`<code>${cut(place.join(' · '))}</code> `}${cut(problem)}</li>`;
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
