import { durationText } from './duration-text.js';
import type { RunSummary, StopReason } from './run-summary.js';

/** What progress is told with, beside the summary. */
export interface ProgressDetails {
  /** Tasks per second of late; undefined while there are none. */
  readonly perSecond?: number | undefined;
  /** Writes an amount of money. */
  readonly formatCost: (amount: number) => string;
}

const reasons: Readonly<Record<StopReason, string>> = {
  signal: 'stopped by signal',
  budget: 'stopped by budget',
  'error-rate': 'stopped because nearly all calls fail',
  consumer: 'stopped by the consumer',
  error: 'stopped by an error',
};

const integers = new Intl.NumberFormat('en-US');
const smallAmounts = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const amounts = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** Writes an amount of money without a currency: 3 digits below 1, else 2 decimals. */
export function plainCost(amount: number): string {
  return (amount < 1 ? smallAmounts : amounts).format(amount);
}

/** The share of a run that is done, from 0 to 1; undefined when nobody knows how much there is. */
export function fractionDone(summary: RunSummary): number | undefined {
  const total = totalOf(summary);
  if (total === undefined) return undefined;
  return total === 0 ? 1 : Math.min(1, doneOf(summary) / total);
}

/** Tells where a run stands, the most important first. */
export function progressParts(summary: RunSummary, details: ProgressDetails): readonly string[] {
  const { failures, storedConversations, limiter } = summary;
  return present([
    countText(summary),
    rateText(details.perSecond),
    remainingText(summary, details.perSecond),
    accuracyText(summary, 0),
    failures > 0 && `${integers.format(failures)} failed`,
    limiter && limiterText(limiter),
    costText(summary, details),
    storedConversations > 0 && `${integers.format(storedConversations)} stored`,
  ]);
}

/** Tells that a run begins no more calls. */
export function stoppingText(by: StopReason, inFlight: number): string {
  const calls = inFlight === 1 ? '1 call' : `${inFlight === 0 ? 'no' : inFlight} calls`;
  return `stopping (${by}): ${calls} in flight`;
}

/** Tells how a run ended. */
export function closingText(summary: RunSummary, details: ProgressDetails): string {
  const { stoppedBy, conversations, failures, pending, storedConversations } = summary;
  const total = totalOf(summary);
  const of = total === undefined ? '' : ` of ${integers.format(total)}`;
  const left = total === undefined ? pending : Math.max(0, total - doneOf(summary));
  const counts = present([
    `${integers.format(conversations)}${of} tasks finished`,
    failures > 0 && `${integers.format(failures)} failed`,
    left > 0 && `${integers.format(left)} left`,
  ]);
  const ending = stoppedBy === undefined ? 'complete' : reasons[stoppedBy];
  return present([
    `${ending}: ${counts.join(', ')}`,
    accuracyText(summary, 1),
    costText(summary, details),
    storedConversations > 0 && `${integers.format(storedConversations)} stored`,
    durationText(summary.durationMs),
  ]).join(' | ');
}

function doneOf({ conversations, failures }: RunSummary): number {
  return conversations + failures;
}

/** Tasks that come twice are not done twice. */
function totalOf({ total, duplicates }: RunSummary): number | undefined {
  return total === undefined ? undefined : Math.max(0, total - duplicates);
}

function countText(summary: RunSummary): string {
  const [done, total] = [doneOf(summary), totalOf(summary)];
  if (total === undefined) return `${integers.format(done)} done`;
  const percent = Math.floor((fractionDone(summary) ?? 0) * 100);
  return `${integers.format(done)}/${integers.format(total)} (${percent}%)`;
}

function rateText(perSecond: number | undefined): string | undefined {
  if (perSecond === undefined) return undefined;
  const isSlow = perSecond < 0.1;
  return `${smallAmounts.format(isSlow ? perSecond * 60 : perSecond)}/${isSlow ? 'min' : 's'}`;
}

function remainingText(summary: RunSummary, perSecond: number | undefined): string | undefined {
  const total = totalOf(summary);
  if (total === undefined || perSecond === undefined || summary.stoppedBy) return undefined;
  const left = total - doneOf(summary);
  return left > 0 ? `ETA ${durationText((left / perSecond) * 1000)}` : undefined;
}

/** The share of right answers on the first turn and after the last, of all that could be judged. */
function accuracyText({ outcomes, turns }: RunSummary, digits: number): string | undefined {
  const { correct = 0, revised = 0, unsolved = 0 } = outcomes;
  const judged = correct + revised + unsolved;
  if (judged === 0) return undefined;
  const percent = (count: number): string => `${((count / judged) * 100).toFixed(digits)}%`;
  const later = turns.length > 1 || revised > 0 ? ` -> ${percent(correct + revised)}` : '';
  return `right ${percent(correct)}${later}`;
}

function costText({ cost }: RunSummary, { formatCost }: ProgressDetails): string | undefined {
  if (cost === undefined) return undefined;
  const unknown = cost.unknownCalls > 0 ? ` + ${integers.format(cost.unknownCalls)} unknown` : '';
  return `cost ${formatCost(cost.amount)}${unknown}`;
}

function limiterText(limiter: NonNullable<RunSummary['limiter']>): string {
  const { inFlight, concurrency, maxConcurrency, pausedMs } = limiter;
  const most = concurrency < maxConcurrency ? ` of ${maxConcurrency}` : '';
  const pause = pausedMs > 0 ? `, paused ${durationText(pausedMs)}` : '';
  return `calls ${inFlight}/${concurrency}${most}${pause}`;
}

function present(parts: readonly (string | false | undefined)[]): readonly string[] {
  return parts.filter((part) => typeof part === 'string');
}
