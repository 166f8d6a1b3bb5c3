import { createReporter, type ReporterOptions } from '../../../src/dataset/create-reporter.js';
import type { RunEvent } from '../../../src/dataset/run-event.js';
import type { RunSummary } from '../../../src/dataset/run-summary.js';
import { summaryOf } from './summary.js';

/** A run whose summary can be changed, and its reporter. */
export function report(options: ReporterOptions = {}) {
  let summary = summaryOf({ total: 100 });
  const reporter = createReporter(options);
  return {
    reporter,
    tell(event: RunEvent | RunEvent['type'], changes: Partial<RunSummary> = {}): void {
      summary = { ...summary, ...changes };
      const told = typeof event === 'string' ? ({ type: event } as RunEvent) : event;
      reporter(told, () => summary);
    },
  };
}
