import type { Fault, LoadServerStats, PromptCount } from './load-server-options.js';
import { promptKey } from './prompt-key.js';
import type { SyntheticMessage } from './synthetic-answer.js';

/** What the load server counts. */
export interface RequestRecord {
  /** Requests in work. */
  readonly inFlight: number;
  /** Counts a request that arrived. @returns What `answer` takes. */
  ask(messages: readonly SyntheticMessage[] | undefined): PromptEntry | undefined;
  answer(prompt: PromptEntry | undefined): void;
  count(what: Fault | 'abandoned'): void;
  enter(): void;
  leave(): void;
  stats(): LoadServerStats;
  prompts(): readonly (readonly [string, PromptCount])[];
  /** Begins to count anew; what is in work stays so. */
  reset(): void;
}

/** Counts of one prompt as they grow. */
type PromptEntry = { -readonly [K in keyof PromptCount]: PromptCount[K] };

/** Makes a record without any counts. */
export function createRequestRecord(): RequestRecord {
  const prompts = new Map<string, PromptEntry>();
  let stats = { ...nothing };
  let inFlight = 0;
  return {
    get inFlight() {
      return inFlight;
    },
    ask(messages) {
      stats.requests++;
      if (messages === undefined) return undefined;
      const key = promptKey(messages);
      const entry = prompts.get(key) ?? { asked: 0, answered: 0 };
      entry.asked++;
      prompts.set(key, entry);
      return entry;
    },
    answer(prompt) {
      stats.answered++;
      if (prompt !== undefined) prompt.answered++;
    },
    count(what) {
      stats[what]++;
    },
    enter() {
      inFlight++;
      stats.peakInFlight = Math.max(stats.peakInFlight, inFlight);
    },
    leave() {
      inFlight--;
    },
    stats: () => stats,
    prompts: () => [...prompts],
    reset() {
      prompts.clear();
      stats = { ...nothing, peakInFlight: inFlight };
    },
  };
}

const nothing = {
  requests: 0,
  answered: 0,
  rateLimited: 0,
  serverError: 0,
  cutOff: 0,
  hang: 0,
  length: 0,
  abandoned: 0,
  peakInFlight: 0,
};
