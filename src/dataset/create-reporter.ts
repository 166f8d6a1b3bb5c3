import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { createBarReporter } from './bar-reporter.js';
import { createLineReporter } from './line-reporter.js';
import { createProgressRate } from './progress-rate.js';
import {
  closingText,
  fractionDone,
  plainCost,
  progressParts,
  stoppingText,
} from './progress-text.js';
import type { ProgressView } from './progress-view.js';
import { createQuietOutput, type ReportStream } from './quiet-output.js';
import type { RunObserver } from './run-event.js';
import type { RunSummary } from './run-summary.js';

/** How progress is shown. */
export type ReporterMode = 'auto' | 'bar' | 'lines' | 'silent';

/** Options of {@link createReporter}. */
export interface ReporterOptions {
  /**
   * Where progress is written.
   * @defaultValue process.stderr
   */
  readonly stream?: ReportStream | undefined;
  /**
   * A bar in one line of a terminal, plain lines, or nothing.
   * @defaultValue 'auto': a bar when the stream is a terminal that can draw one, else lines
   */
  readonly mode?: ReporterMode | undefined;
  /**
   * Stands before everything, such as the name of the dataset.
   * @defaultValue nothing
   */
  readonly label?: string | undefined;
  /**
   * How often the bar is drawn, or a line is written at most, in milliseconds.
   * @defaultValue 100 for the bar, 10_000 for lines
   */
  readonly intervalMs?: number | undefined;
  /**
   * Writes an amount of money, such as with its currency.
   * @defaultValue 3 digits below 1, else 2 decimals
   */
  readonly formatCost?: ((amount: number) => string) | undefined;
  /**
   * The clock that rates are measured with, in milliseconds.
   * @defaultValue performance.now
   */
  readonly nowMs?: (() => number) | undefined;
}

/** Shows the progress of one run at a time. Takes its events. */
export type Reporter = RunObserver & {
  /** Shows nothing more of the present run. Not needed for runs that end. */
  stop(): void;
};

/** What is shown of one run. */
interface ShownRun {
  readonly view: ProgressView;
  readonly close: (line?: string) => void;
  summary: () => RunSummary;
  storedFailures: number;
}

const modes: readonly unknown[] = ['auto', 'bar', 'lines', 'silent'] satisfies ReporterMode[];

/**
 * Makes an observer that shows how far a run is, how fast it goes and when it will be done (both by
 * the last minute or the last 20 tasks, without what earlier sessions had finished), how many answers
 * are right on the first turn and after the last, failures, cost, and calls in flight of those that
 * may be. At the end it says how the run ended.
 *
 * It never ends a run: an output that breaks is not written to any more.
 *
 * @throws TypeError for misuse.
 *
 * @example
 * ```ts
 * const run = generateDataset(tasks, { model, sandbox, onEvent: createReporter() });
 * ```
 */
export function createReporter(options: ReporterOptions = {}): Reporter {
  const { stream = process.stderr, label = '', nowMs = () => performance.now() } = options;
  if (typeof stream?.write !== 'function') throw optionError('stream', 'a stream', stream);
  if (typeof label !== 'string') throw optionError('label', 'a string', label);
  const mode = resolveMode(options.mode, stream);
  const defaultIntervalMs = mode === 'bar' ? 100 : 10_000;
  const intervalMs = requireInteger('intervalMs', options.intervalMs ?? defaultIntervalMs, 1);
  const formatCost = carefully(options.formatCost ?? plainCost);
  let run: ShownRun | undefined;
  let isStopped = false;

  const begin = (firstSummary: () => RunSummary): ShownRun => {
    const output = createQuietOutput(stream);
    const rate = createProgressRate();
    const describe = () => {
      const summary = shown.summary();
      const { conversations, failures, storedConversations } = summary;
      const stored = storedConversations + shown.storedFailures;
      const done = conversations + failures - stored;
      const perSecond = rate.record({ nowMs: nowMs(), done, stored });
      const parts = progressParts(summary, { perSecond, formatCost });
      return { label, fraction: fractionDone(summary), parts };
    };
    const view =
      mode === 'bar'
        ? createBarReporter({ stream, output, intervalMs, describe })
        : createLineReporter({
            output,
            intervalMs,
            describe: () => labelled(describe().parts.join(' | ')),
          });
    const shown: ShownRun = {
      view,
      summary: firstSummary,
      storedFailures: 0,
      close(line) {
        view.close();
        if (line !== undefined) view.say(line);
        output.close();
        run = undefined;
      },
    };
    return shown;
  };
  const labelled = (line: string): string => (label === '' ? line : `${label}: ${line}`);

  const observe: RunObserver = (event, summary) => {
    if (event.type === 'started') isStopped = false;
    if (mode === 'silent' || isStopped) return;
    run ??= begin(summary);
    run.summary = summary;
    if (event.type === 'finished') {
      run.close(labelled(closingText(summary(), { formatCost })));
      return;
    }
    if (event.type === 'failure' && event.isStored) run.storedFailures++;
    if (event.type === 'stopping') run.view.say(labelled(stoppingText(event.by, event.inFlight)));
    run.view.touch();
  };
  const stop = (): void => {
    isStopped = true;
    run?.close();
  };
  return Object.assign(observe, { stop });
}

function resolveMode(mode: unknown = 'auto', stream: ReportStream): Exclude<ReporterMode, 'auto'> {
  if (!modes.includes(mode)) {
    throw optionError('mode', "'auto', 'bar', 'lines' or 'silent'", mode);
  }
  if (mode !== 'auto') return mode as Exclude<ReporterMode, 'auto'>;
  return stream.isTTY === true && process.env.TERM !== 'dumb' ? 'bar' : 'lines';
}

/** Checks a function once and never lets it throw later, when nobody could catch it. */
function carefully(formatCost: (amount: number) => string): (amount: number) => string {
  if (typeof formatCost !== 'function') throw optionError('formatCost', 'a function', formatCost);
  return (amount) => {
    try {
      return formatCost(amount);
    } catch {
      return plainCost(amount);
    }
  };
}
