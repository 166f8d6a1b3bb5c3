import type { generateText } from 'ai';
import type { BatchResult } from '../core/batch-result.js';
import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Task } from '../core/task.js';
import type { Items } from '../values/items.js';
import type { BatchResultOptions } from './collect-batch-results.js';
import type { PlannedRequestOptions } from './planned-requests.js';

/**
 * Which form of the AI SDK's experimental batch API there is: one that asks a model (7.0 before
 * 7.0.94), or one that asks a provider (later).
 */
export type BatchApiForm = 'model' | 'provider';

/** What is needed to find a batch again: plain JSON, to be stored before anything else is done. */
export interface BatchReference {
  readonly form: BatchApiForm;
  /** The provider's id of the batch. */
  readonly id: string;
  /** The provider, as the AI SDK names it. */
  readonly provider: string;
  readonly modelId: string;
}

/** How far a batch is. */
export interface BatchStatus {
  readonly status: 'pending' | 'completed' | 'failed';
  /** The same in the provider's words. */
  readonly rawStatus?: string | undefined;
  /** How many requests are how far, when the provider says so. */
  readonly requestCounts?:
    | {
        readonly total: number;
        readonly pending: number;
        readonly completed: number;
        readonly failed: number;
      }
    | undefined;
  /** Why the whole batch failed. */
  readonly error?: { readonly message: string } | undefined;
  /** When the provider gives it up, as an ISO date. */
  readonly expiresAt?: string | undefined;
}

/** Settings for the provider, such as `{ openai: { reasoningEffort: 'low' } }`. */
type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]['providerOptions']>;

/** How one call to a batch API is made. */
export interface BatchCallOptions {
  /** Abandons the call, not the batch: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How a batch is started. */
export interface StartBatchOptions extends PlannedRequestOptions, BatchCallOptions {
  /** Goes with every request. */
  readonly providerOptions?: ProviderOptions | undefined;
}

/** Batches of one provider, whichever form of them the AI SDK offers. */
export interface BatchApi {
  readonly form: BatchApiForm;
  /**
   * Sends planned calls, or tasks with their first prompt, as one batch. All of them are in memory
   * at once, because the AI SDK takes them so; providers take some 50,000.
   *
   * @returns The reference by which the batch is found again. Store it before you wait.
   * @throws TypeError for misuse, and what the AI SDK throws: for a provider without batches, for one
   * that cannot be reached.
   */
  start(
    requests: Items<PlannedPrediction | Task>,
    options: StartBatchOptions,
  ): Promise<BatchReference>;
  /** Asks how far a batch is. */
  status(reference: BatchReference, options?: BatchCallOptions): Promise<BatchStatus>;
  /**
   * Reads the results of a batch that is no longer pending, in the form and by the rules of
   * `fromBatchResponses`.
   */
  results(
    reference: BatchReference,
    options?: BatchResultOptions & BatchCallOptions,
  ): AsyncGenerator<BatchResult, void, undefined>;
  /** Asks the provider to cancel a batch. Absent when the AI SDK cannot. */
  readonly cancel?:
    | ((reference: BatchReference, options?: BatchCallOptions) => Promise<void>)
    | undefined;
}
