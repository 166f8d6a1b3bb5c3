import type { ModelCallEvent } from '../core/model-call-event.js';
import { JournalError } from '../errors/journal-error.js';
import { JournalMismatchError } from '../errors/journal-mismatch-error.js';
import { ModelCallError } from '../errors/model-call-error.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { RunStoppedError } from '../errors/run-stopped-error.js';
import { SandboxClosedError } from '../errors/sandbox-closed-error.js';
import { SandboxStartError } from '../errors/sandbox-start-error.js';
import { createErrorRate, type ErrorRate } from '../generation/error-rate.js';
import type { Limiter } from '../generation/limiter.js';
import { limiterFor } from '../generation/limiter-for.js';
import { modelIdentity } from '../generation/model-identity.js';
import { readSampling } from '../generation/sampling.js';
import { type Budget, createBudget } from '../spending/budget.js';
import { requirePrices } from '../spending/model-prices.js';
import type {
  DatasetSettings,
  GenerateDatasetOptions,
  JournalSettings,
} from './dataset-settings.js';
import type { RunContext } from './run-context.js';
import { createRunCounter, type RunCounter } from './run-counter.js';
import type { RunEvent } from './run-event.js';
import type { RunSummary } from './run-summary.js';
import { createStopControl, type StopControl } from './stop-control.js';

/** How many tasks in a row, from the first on, may fail for reasons other than the model's calls. */
const hopelessTasks = 10;

/** A run before its journal is open. */
export interface RunSetup {
  readonly counter: RunCounter;
  readonly stop: StopControl;
  readonly emit: (event: RunEvent) => void;
  /** How many tasks are under way at a time. */
  readonly window: number;
  summary(): RunSummary;
  /** Settles when the run has ended. */
  readonly result: Promise<RunSummary>;
  begin(journal: RunContext['journal'], callsAreMade: boolean): RunContext;
  finish(): void;
}

/** Resolves the options of a run, once and for all its tasks. */
export function setUpRun(
  settings: DatasetSettings,
  options: GenerateDatasetOptions,
  journalSettings: JournalSettings | undefined,
  total: number | undefined,
): RunSetup {
  const graceMs = requireInteger('graceMs', options.graceMs ?? 30_000, 0);
  if (options.prices !== undefined) requirePrices('prices', options.prices);
  else if (typeof options.budget === 'number') {
    throw optionError('prices', 'given with a budget', options.prices);
  }
  const errorRate = resolveErrorRate(options);
  const limiter = resolveLimiter(options);
  const counter = createRunCounter(options.prices);
  const startedAt = performance.now();
  const { promise: result, resolve } = withResolvers<RunSummary>();
  let isOver = false;

  const summary = (): RunSummary => {
    const counts = counter.summary();
    const isStopped = stop.by !== undefined;
    return {
      status: isOver ? (isStopped ? 'stopped' : 'complete') : 'running',
      ...(isStopped && { stoppedBy: stop.by }),
      ...counts,
      ...(total !== undefined && { total }),
      limiter: limiter.state,
      durationMs: performance.now() - startedAt,
    };
  };
  const emit = (event: RunEvent): void => {
    try {
      options.onEvent?.(event, summary);
    } catch (error) {
      stop.stop('error', error);
    }
  };
  const stop = createStopControl(graceMs, () => {
    emit({ type: 'stopping', by: stop.by ?? 'error', inFlight: stop.inFlight });
  });
  const onCall = (call: ModelCallEvent): void => {
    counter.countCall(call);
    if (call.type === 'rate-limited' || errorRate === undefined) return;
    const isFailure = call.type === 'failed';
    if (errorRate.record(isFailure, isFailure ? call.statusCode : undefined) && isFailure) {
      stop.stop('error-rate', new RunStoppedError(`nearly all calls fail: ${call.problem}`));
    }
  };
  return {
    counter,
    stop,
    emit,
    // While some tasks wait for the provider, the sandbox or the disk, others keep the calls going.
    window: 4 * limiter.state.maxConcurrency + 16,
    summary,
    result,
    begin(journal, callsAreMade) {
      return {
        settings,
        callsAreMade,
        model: modelIdentity(settings.model),
        sampling: readSampling(settings),
        limiter: stop.guard(limiter),
        budget: resolveBudget(options, counter),
        journal,
        rejudge: journalSettings?.rejudge ?? false,
        retryFailures: journalSettings?.retryFailures ?? false,
        yieldStored: journalSettings?.yieldStored ?? true,
        counter,
        stop,
        emit,
        onCall,
        append(step) {
          const written = journal.append(step);
          written.catch((error: unknown) => stop.stop('error', error));
          return written;
        },
        onTaskDone: createHopelessness((error) => stop.stop('error', error)),
        isFatal,
      };
    },
    finish() {
      isOver = true;
      emit({ type: 'finished' });
      resolve(summary());
    },
  };
}

function resolveLimiter({ limiter, model, concurrency }: GenerateDatasetOptions): Limiter {
  if (limiter === undefined) {
    const own = limiterFor(model);
    if (concurrency !== undefined) own.resize(concurrency);
    return own;
  }
  if (concurrency === undefined) return limiter;
  throw optionError('concurrency', 'left to the limiter that was given', concurrency);
}

function resolveErrorRate({ stopOnErrors }: GenerateDatasetOptions): ErrorRate | undefined {
  return stopOnErrors === false ? undefined : createErrorRate(stopOnErrors);
}

function resolveBudget(
  { budget, prices }: GenerateDatasetOptions,
  counter: RunCounter,
): RunContext['budget'] {
  if (typeof budget !== 'number' || prices === undefined) return budget as Budget | undefined;
  return createBudget({ limit: budget, prices, spent: counter.cost()?.amount });
}

/** Gives a run up whose first tasks all fail for a reason of their own: that is misuse, not bad luck. */
function createHopelessness(giveUp: (error: unknown) => void): RunContext['onTaskDone'] {
  let failed = 0;
  return (isFinished, error) => {
    const isOwnFault = !isFinished && !(error instanceof ModelCallError);
    failed = isOwnFault ? failed + 1 : Number.NEGATIVE_INFINITY;
    if (failed >= hopelessTasks) giveUp(error);
  };
}

function isFatal(error: unknown): boolean {
  return (
    error instanceof JournalError ||
    error instanceof JournalMismatchError ||
    error instanceof SandboxClosedError ||
    error instanceof SandboxStartError
  );
}

/** `Promise.withResolvers`, which Node.js 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
