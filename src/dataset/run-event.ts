import type { Conversation } from '../core/conversation.js';
import type { ModelCallEvent } from '../core/model-call-event.js';
import type { Direction } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import type { FailedTask } from './failed-task.js';
import type { RunSummary, StopReason } from './run-summary.js';

/** Something that happened in a run. */
export type RunEvent =
  | { readonly type: 'started' }
  | {
      readonly type: 'call';
      readonly taskId: string;
      readonly sample: number;
      /** From 1. */
      readonly turn: number;
      readonly call: ModelCallEvent;
    }
  | {
      readonly type: 'verdict';
      readonly taskId: string;
      readonly sample: number;
      readonly turn: number;
      readonly direction: Direction;
      readonly verdict: Verdict;
    }
  | {
      readonly type: 'conversation';
      readonly conversation: Conversation;
      /** Whether an earlier session had finished it. */
      readonly isStored: boolean;
    }
  | { readonly type: 'failure'; readonly failure: FailedTask; readonly isStored: boolean }
  | { readonly type: 'stopping'; readonly by: StopReason; readonly inFlight: number }
  | { readonly type: 'finished' };

/** Takes part in a run: gets every event and where the run stands after it. */
export type RunObserver = (event: RunEvent, summary: () => RunSummary) => void;
