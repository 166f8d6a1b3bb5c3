import type { ProgressView } from './progress-view.js';
import type { QuietOutput } from './quiet-output.js';

/** What is written as lines, and how often. */
export interface LineReporterOptions {
  readonly output: QuietOutput;
  readonly intervalMs: number;
  /** Tells where the run stands now. */
  readonly describe: () => string;
}

/**
 * Shows progress as plain lines: one at the start, then one an interval while things happen, and one
 * more when they stop to, which tells why.
 */
export function createLineReporter(options: LineReporterOptions): ProgressView {
  const { output, intervalMs, describe } = options;
  let timer: NodeJS.Timeout | undefined;
  let isNews = false;
  let wasNews = false;

  const say = (line: string): void => output.write(`${line}\n`);
  const tick = (): void => {
    if (isNews || wasNews) say(describe());
    wasNews = isNews;
    isNews = false;
  };
  return {
    touch() {
      isNews = true;
      if (timer !== undefined) return;
      tick();
      timer = setInterval(tick, intervalMs);
      timer.unref();
    },
    say,
    close: () => clearInterval(timer),
  };
}
