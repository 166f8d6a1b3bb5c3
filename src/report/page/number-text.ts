import { solveRate } from '../../curation/solve-rate.js';
import type { SizeBucket } from '../numbers/size-buckets.js';

/** Writes a count with a comma every three digits. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Writes a share in percent with one decimal; a dash when there is nothing to have a share of. */
export function formatPercent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Writes the 95 % interval of a share; a dash when there is nothing to have a share of. */
export function formatInterval(part: number, whole: number): string {
  if (whole === 0) return '–';
  const { low, high } = solveRate(part, whole).interval;
  return `${(low * 100).toFixed(1)} – ${(high * 100).toFixed(1)} %`;
}

/** Writes a large number with three digits at most: 950, 1.2k, 34k, 5.1M. */
export function formatShort(size: number): string {
  for (const [unit, letter] of [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const) {
    if (size < unit) continue;
    const count = size / unit;
    return `${count < 10 ? Number(count.toFixed(1)) : Math.round(count)}${letter}`;
  }
  return String(Number(size.toFixed(size < 10 ? 1 : 0)));
}

/** Writes a bucket: 0, 3–9, 10–29, 1k–3k. */
export function formatBucket({ from, to }: SizeBucket): string {
  if (from === to) return String(from);
  return from < 1000 ? `${from}–${to}` : `${formatShort(from)}–${formatShort(to + 1)}`;
}

/** Writes money: at least two decimals, and enough of them to show small amounts. */
export function formatMoney(amount: number, currency: string): string {
  const decimals =
    amount === 0 || amount >= 1 ? 2 : Math.min(8, 1 - Math.floor(Math.log10(amount)) + 1);
  const [whole = '0', fraction = ''] = amount.toFixed(decimals).split('.');
  return `${currency}${formatCount(Number(whole))}.${fraction}`;
}

/** Writes a time in the largest unit that fits. */
export function formatDuration(durationMs: number): string {
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
