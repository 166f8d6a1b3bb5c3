import type { ModelCallEvent } from '../core/model-call-event.js';
import type { Sampling } from '../core/model-reply.js';
import type { Limiter } from '../generation/limiter.js';
import type { ModelIdentity } from '../generation/model-identity.js';
import type { Journal, JournalStep } from '../journal/journal.js';
import type { Budget } from '../spending/budget.js';
import type { DatasetSettings } from './dataset-settings.js';
import type { RunCounter } from './run-counter.js';
import type { RunEvent } from './run-event.js';
import type { StopControl } from './stop-control.js';

/** What all tasks of a run share. */
export interface RunContext {
  readonly settings: DatasetSettings;
  /** Whether the model is asked; otherwise the calls are planned. */
  readonly callsAreMade: boolean;
  readonly model: ModelIdentity;
  readonly sampling: Sampling;
  readonly limiter: Limiter;
  readonly budget: Budget | undefined;
  readonly journal: Journal;
  readonly rejudge: boolean;
  readonly retryFailures: boolean;
  readonly yieldStored: boolean;
  readonly counter: RunCounter;
  readonly stop: StopControl;
  readonly emit: (event: RunEvent) => void;
  readonly onCall: (call: ModelCallEvent) => void;
  /** Adds a line to the journal; a failure also stops the run. Resolves when it is on disk. */
  readonly append: (step: JournalStep) => Promise<void>;
  /** Told how each task ended, so that a run in which nothing works can be given up. */
  readonly onTaskDone: (isFinished: boolean, error?: unknown) => void;
  /** Says whether an error ends the run and not just the task. */
  readonly isFatal: (error: unknown) => boolean;
}
