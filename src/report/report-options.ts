import type { RunSummary } from '../dataset/run-summary.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import type { WrittenDataset } from '../formats/files/written-dataset.js';
import type { ValidationReport } from '../formats/validation/validation-report.js';
import { type ModelPrices, requirePrices } from '../spending/model-prices.js';
import type { NamedValidation } from './numbers/finding-groups.js';
import type { PricesOf } from './numbers/token-use.js';

/** How far the reading of a report's conversations has come. */
export interface ReportProgress {
  /** Conversations read so far. */
  readonly conversations: number;
}

/** What a report says and shows. */
export interface RenderReportOptions {
  /**
   * The title of the page.
   * @defaultValue 'CodeI/O dataset'
   */
  readonly title?: string | undefined;
  /**
   * Most conversations that can be browsed; everything is counted whatever this is.
   * @defaultValue 1000
   */
  readonly sampleSize?: number | undefined;
  /**
   * Most bytes that these conversations take in the page.
   * @defaultValue 8,000,000
   */
  readonly maxSampleBytes?: number | undefined;
  /**
   * Decides which conversations can be browsed: same seed and data, same page, byte for byte.
   * @defaultValue 0
   */
  readonly seed?: number | undefined;
  /** What validators found in rows that were made of the conversations, by a name for the rows. */
  readonly validations?: Readonly<Record<string, ValidationReport>> | undefined;
  /** What `writeDataset` wrote: what was found in its rows, and what its formats refused. */
  readonly dataset?: WrittenDataset | undefined;
  /** How the run went, as `await run.result` tells: failures, calls, and what was billed. */
  readonly summary?: RunSummary | undefined;
  /** Prices of the model, or a function that finds them by the model's id; without them there is no cost. */
  readonly prices?: ModelPrices | ((modelId: string) => ModelPrices | undefined) | undefined;
  /**
   * What stands before amounts of money.
   * @defaultValue none; amounts are in the currency of the prices
   */
  readonly currency?: string | undefined;
  /**
   * The day that the page names.
   * @defaultValue none, so that the page depends on the data alone
   */
  readonly date?: Date | undefined;
  /** Stops the work. */
  readonly signal?: AbortSignal | undefined;
  /** Called every 1000 conversations, and at the end. */
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined;
}

/** Options with their defaults. */
export interface ReportSettings {
  readonly title: string;
  readonly sample: { readonly size: number; readonly maxBytes: number; readonly seed: number };
  readonly pricesOf: PricesOf;
  readonly currency: string;
  readonly validations: readonly NamedValidation[];
  readonly dataset: WrittenDataset | undefined;
  readonly summary: RunSummary | undefined;
  readonly date: Date | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: ReportProgress) => void;
}

/** Checks options and fills in defaults. */
export function readReportOptions(options: RenderReportOptions): ReportSettings {
  if (typeof options !== 'object' || options === null) {
    throw optionError('options', 'an object', options);
  }
  const { dataset, date, onProgress = () => {} } = options;
  if (date !== undefined && !(date instanceof Date && Number.isFinite(date.getTime()))) {
    throw optionError('date', 'a valid Date', date);
  }
  if (typeof onProgress !== 'function') throw optionError('onProgress', 'a function', onProgress);
  return {
    title: requireText('title', options.title ?? 'CodeI/O dataset'),
    sample: {
      size: requireInteger('sampleSize', options.sampleSize ?? 1000, 0),
      maxBytes: requireInteger('maxSampleBytes', options.maxSampleBytes ?? 8_000_000, 0),
      seed: requireInteger('seed', options.seed ?? 0, Number.MIN_SAFE_INTEGER),
    },
    pricesOf: readPrices(options.prices),
    currency: requireText('currency', options.currency ?? ''),
    validations: [...readValidations(options.validations), ...validationsOf(dataset)],
    dataset,
    summary: options.summary,
    date,
    signal: options.signal,
    onProgress,
  };
}

function readPrices(prices: RenderReportOptions['prices']): PricesOf {
  if (typeof prices === 'function') return prices;
  const known = prices === undefined ? undefined : requirePrices('prices', prices);
  return () => known;
}

function readValidations(
  validations: RenderReportOptions['validations'] = {},
): readonly NamedValidation[] {
  return Object.entries(validations).map(([name, report]) => {
    if (Array.isArray(report?.findings) && Array.isArray(report.counts)) return { name, report };
    throw optionError(`validations.${name}`, 'the report of a validator', report);
  });
}

function validationsOf(dataset: WrittenDataset | undefined): readonly NamedValidation[] {
  return Object.values(dataset?.configs ?? {}).flatMap(({ name, splits }) =>
    Object.entries(splits).map(([split, { report }]) => ({ name: `${name}, ${split}`, report })),
  );
}

function requireText(option: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw optionError(option, 'a string', text);
}
