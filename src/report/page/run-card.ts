import type { RunSummary } from '../../dataset/run-summary.js';
import { type Html, html } from './html.js';
import { formatCount, formatDuration, formatMoney } from './number-text.js';
import { table } from './table.js';

/** Writes how the run went that made the conversations: what was called, billed, and what failed. */
export function runCard(summary: RunSummary, currency: string): Html {
  const { calls, cost, failures, failureReasons, stoppedBy, meanCallMs, durationMs } = summary;
  const end = stoppedBy === undefined ? summary.status : `stopped by ${stoppedBy}`;
  const counts: readonly (readonly [title: string, count: number])[] = [
    ['failed tasks', failures],
    ...Object.entries(failureReasons).map(([reason, count]) => [`… ${reason}`, count] as const),
    ['tasks left', summary.pending],
    ['replies billed in this session', calls.replied],
    ['replies from a cache', calls.cached],
    ['replies from the journal', calls.stored],
    ['attempts refused (429)', calls.rateLimited],
    ['attempts failed otherwise', calls.failed],
    ['calls of unknown cost', cost?.unknownCalls ?? 0],
  ];
  const rows = counts
    .filter(([, count]) => count > 0)
    .map(([title, count]) => [title, formatCount(count)]);
  if (meanCallMs !== undefined) rows.push(['mean time of a call', formatDuration(meanCallMs)]);
  rows.push(['time of this session', formatDuration(durationMs)]);
  if (cost !== undefined) {
    rows.push(['cost, earlier sessions included', formatMoney(cost.amount, currency)]);
  }
  const text = `${end}: ${formatCount(summary.conversations)} conversations of ${formatCount(summary.tasks)} tasks.`;
  return html`<div class="card"><h3>The run</h3><p>${text}</p>${table(['', '#'], rows)}</div>
`;
}
