import type { RunSummary } from '../../dataset/run-summary.js';
import { type Html, html } from './html.js';
import { formatCount, formatDuration, formatMoney } from './number-text.js';
import { table } from './table.js';

/** Writes how the run went that made the conversations: what was called, billed, and what failed. */
export function runCard(summary: RunSummary, currency: string): Html {
  const { calls, cost, failures, failureReasons, stoppedBy } = summary;
  const end = stoppedBy === undefined ? summary.status : `stopped by ${stoppedBy}`;
  const count = (title: string, number: number): string[] => [title, formatCount(number)];
  const rows: string[][] = [
    ['status', end],
    count('tasks', summary.tasks),
    count('conversations', summary.conversations),
    count('failed tasks', failures),
    ...Object.entries(failureReasons).map(([reason, number]) =>
      count(`failed: ${reason}`, number ?? 0),
    ),
    count('tasks left', summary.pending),
    count('replies billed in this session', calls.replied),
    count('replies from a cache', calls.cached),
    count('replies from the journal', calls.stored),
    count('attempts refused (429)', calls.rateLimited),
    count('attempts failed otherwise', calls.failed),
    ['time of this session', formatDuration(summary.durationMs)],
    ...(summary.meanCallMs === undefined
      ? []
      : [['mean time of a call', formatDuration(summary.meanCallMs)]]),
    ...(cost === undefined
      ? []
      : [['cost, earlier sessions included', formatMoney(cost.amount, currency)]]),
    ...(cost === undefined || cost.unknownCalls === 0
      ? []
      : [count('calls of unknown cost', cost.unknownCalls)]),
  ];
  return html`<div class="card"><h3>The run</h3><p>${end}: ${formatCount(summary.conversations)} conversations of ${formatCount(summary.tasks)} tasks.</p>${table(['', '#'], rows)}</div>
`;
}
