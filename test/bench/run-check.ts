import type { Conversation, RunSummary } from 'codeio';

/** Sees that a run of two-turn tasks gives what it has to. */
export interface RunCheck {
  count(conversation: Conversation): void;
  end(summary: RunSummary): void;
}

/**
 * Makes a check of a run; its methods throw when the run is wrong.
 *
 * @param expected - How many conversations it has to yield.
 */
export function createRunCheck(expected: number): RunCheck {
  let conversations = 0;
  return {
    count({ task, outcome, turns }) {
      conversations++;
      if (outcome === 'revised' && turns.length === 2) return;
      throw new Error(`task ${task.id} is ${outcome} after ${turns.length} turns`);
    },
    end(summary) {
      if (conversations === expected && summary.status === 'complete') return;
      const counts = JSON.stringify(summary);
      throw new Error(`${conversations} conversations of ${expected} came out: ${counts}`);
    },
  };
}
