import type { CollectPairsOptions } from '../functions/collect-pairs.js';
import type { CreateTasksOptions } from '../functions/create-tasks.js';
import type { ReviseOptions } from '../revision/revise.js';
import type { Budget } from '../spending/budget.js';
import type { ModelPrices } from '../spending/model-prices.js';
import type { RunObserver } from './run-event.js';

/** Where a run keeps what it has finished. */
export interface JournalSettings {
  /** The file. Made when it does not exist; a run goes on with the one that does. */
  readonly file: string;
  /**
   * Whether replies that are in the journal are judged again when equality, reader of answers,
   * feedback or another setting after the reply has changed. They are not paid for again; a new
   * call is made only where a turn gets another prompt than before.
   * @defaultValue false: such a change is an error
   */
  readonly rejudge?: boolean | undefined;
  /**
   * Whether tasks that failed in an earlier session are tried again.
   * @defaultValue false: they stay failures
   */
  readonly retryFailures?: boolean | undefined;
  /**
   * Whether conversations that an earlier session finished are yielded again, so that every
   * session yields the whole dataset.
   * @defaultValue true
   */
  readonly yieldStored?: boolean | undefined;
}

/** What decides the data: everything of it that can be told apart is in the journal's fingerprint. */
export interface DatasetSettings
  extends Omit<
    ReviseOptions,
    'turns' | 'predictor' | 'onTurn' | 'sample' | 'onCall' | 'budget' | 'signal'
  > {
  /**
   * Where the model is asked, such as its base URL: kept in the journal's fingerprint.
   * @defaultValue what the model's object tells, which is nothing for models in middleware
   */
  readonly endpoint?: string | undefined;
  /**
   * A name for what the fingerprint cannot see: what your functions (template, feedback, readAnswer,
   * stopWhen) do. Change it when you change them.
   */
  readonly version?: string | undefined;
}

/** How a dataset is made. */
export interface GenerateDatasetOptions extends DatasetSettings {
  /**
   * Keeps finished steps in a file, so that a run can be killed and go on.
   * @defaultValue nothing is kept
   */
  readonly journal?: string | JournalSettings | undefined;
  /**
   * Model calls in flight at most; fewer while the provider refuses calls.
   * @defaultValue 32
   */
  readonly concurrency?: number | undefined;
  /**
   * How often each task is done. Sample `i` is asked with the provider's `seed + i`.
   * @defaultValue 1
   */
  readonly samples?: number | undefined;
  /**
   * Whether conversations are yielded as they finish or in the order of the source.
   * @defaultValue 'finished'
   */
  readonly order?: 'finished' | 'source' | undefined;
  /** How pairs are collected for functions of the source. */
  readonly pairs?: Omit<CollectPairsOptions, 'sandbox' | 'signal'> | undefined;
  /** Which tasks are made of functions and pairs of the source. */
  readonly tasks?: CreateTasksOptions | undefined;
  /**
   * How many tasks there will be, for the progress.
   * @defaultValue the length of a source that is an array of tasks
   */
  readonly total?: number | undefined;
  /** What tokens cost. Without prices the cost is unknown. */
  readonly prices?: ModelPrices | undefined;
  /**
   * What the run may cost, in the currency of `prices`, earlier sessions of the journal included; or
   * a budget that several runs share. The run ends before the call that would not fit.
   */
  readonly budget?: number | Budget | undefined;
  /**
   * Gives up when this share of the last calls failed. 429 does not count.
   * @defaultValue 90 % of 50 calls
   */
  readonly stopOnErrors?: { readonly share: number; readonly calls: number } | false | undefined;
  /** Gets every event, such as a reporter from `createReporter`. */
  readonly onEvent?: RunObserver | undefined;
  /** Stops the run: no new calls begin, those in flight get `graceMs`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long calls in flight may go on after a stop, in milliseconds.
   * @defaultValue 30_000
   */
  readonly graceMs?: number | undefined;
}
