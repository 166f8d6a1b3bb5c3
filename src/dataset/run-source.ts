import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type Items, requireItems } from '../values/items.js';
import type { DatasetSettings, GenerateDatasetOptions } from './dataset-settings.js';
import { takeFingerprint } from './fingerprint.js';
import { mapConcurrently } from './map-concurrently.js';
import { openRunJournal, resolveJournalSettings } from './open-run-journal.js';
import type { RunSummary } from './run-summary.js';
import { runTask, type TaskResult } from './run-task.js';
import { setUpRun } from './set-up-run.js';
import { type DatasetItem, streamTasks } from './stream-tasks.js';

/** A run over a source that yields what became of each task. */
export interface SourceRun {
  /** Begins the run; to be called once. */
  results(): AsyncGenerator<TaskResult, void, undefined>;
  summary(): RunSummary;
  readonly result: Promise<RunSummary>;
}

interface Job {
  readonly task: Task;
  readonly sample: number;
}

/**
 * Takes all tasks of a source as far as they go.
 *
 * @param callsAreMade - Whether the model is asked; otherwise the calls are planned, and told.
 */
export function runSource(
  source: Items<DatasetItem>,
  options: GenerateDatasetOptions,
  callsAreMade: boolean,
): SourceRun {
  requireItems('source', source);
  const samples = requireInteger('samples', options.samples ?? 1, 1);
  const order = options.order ?? 'finished';
  if (order !== 'finished' && order !== 'source') {
    throw optionError('order', "'finished' or 'source'", options.order);
  }
  const journalSettings = resolveJournalSettings(options.journal);
  const settings = settingsOf(options);
  const fingerprint = takeFingerprint(settings);
  const total = options.total ?? countTasks(source, samples);
  const setup = setUpRun(settings, options, journalSettings, total);
  const { counter, stop, emit } = setup;
  let isBegun = false;

  async function* jobs(): AsyncGenerator<Job> {
    const tasks = streamTasks(source, {
      pairs: { ...options.pairs, sandbox: options.sandbox },
      tasks: options.tasks,
      onWithoutPairs: () => counter.countWithoutPairs(),
    });
    for await (const task of tasks) {
      for (let sample = 0; sample < samples; sample++) yield { task, sample };
    }
  }

  async function* run(): AsyncGenerator<TaskResult, void, undefined> {
    const { signal } = options;
    const onAbort = (): void => stop.stop('signal', signal?.reason);
    try {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', onAbort, { once: true });
      await using journal = await openRunJournal(
        journalSettings,
        fingerprint,
        ({ step, usage, billing }) => {
          if (step !== 'request') counter.countEarlier(usage, billing);
        },
        signal,
      );
      const context = setup.begin(journal, callsAreMade);
      emit({ type: 'started' });
      const work = ({ task, sample }: Job): Promise<TaskResult> =>
        stop
          .work(() => runTask(task, sample, context))
          .catch((error: unknown) => {
            stop.stop('error', error);
            throw error;
          });
      yield* mapConcurrently(jobs(), work, {
        window: setup.window * (order === 'source' ? 4 : 1),
        order,
        stop: stop.noNewCalls,
        onLeave: () => stop.stop('consumer'),
      });
    } catch (error) {
      stop.stop(signal?.aborted ? 'signal' : 'error', error);
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      stop.dispose();
      setup.finish();
    }
    if (stop.error !== undefined) throw stop.error;
  }

  return {
    summary: setup.summary,
    result: setup.result,
    results() {
      if (isBegun) throw new TypeError('a run can be looped over once only');
      isBegun = true;
      return run();
    },
  };
}

/** The settings that decide the data, apart from those that decide how the run goes. */
function settingsOf(options: GenerateDatasetOptions): DatasetSettings {
  const { journal, concurrency, samples, order, pairs, tasks, total, ...rest } = options;
  const { prices, budget, stopOnErrors, onEvent, signal, graceMs, ...settings } = rest;
  return settings;
}

function countTasks(source: Items<DatasetItem>, samples: number): number | undefined {
  return Array.isArray(source) && source.every((item) => 'direction' in item)
    ? source.length * samples
    : undefined;
}
