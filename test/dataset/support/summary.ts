import type { RunSummary } from '../../../src/dataset/run-summary.js';

/** The summary of a run that has just begun, with changes. */
export function summaryOf(changes: Partial<RunSummary> = {}): RunSummary {
  return {
    status: 'running',
    tasks: 0,
    conversations: 0,
    failures: 0,
    pending: 0,
    duplicates: 0,
    functionsWithoutPairs: 0,
    storedConversations: 0,
    outcomes: {},
    directions: { output: {}, input: {} },
    turns: [],
    failureReasons: {},
    calls: { replied: 0, cached: 0, stored: 0, rateLimited: 0, failed: 0 },
    usage: {},
    durationMs: 0,
    ...changes,
  };
}
