import type { BatchApiForm, BatchStatus } from './batch-api.js';

type Call<Result> = (options: object) => Result;

/** The functions of the AI SDK that are used here. No type of version 6 knows them. */
export interface BatchFunctions {
  readonly form: BatchApiForm;
  readonly start: Call<Promise<{ readonly id: string; readonly provider: string }>>;
  readonly getStatus: Call<Promise<BatchStatus>>;
  readonly getResults: Call<AsyncIterable<unknown>>;
  readonly cancel: Call<Promise<unknown>> | undefined;
}

/**
 * Looks for batches in the module `ai`, by what is there: version 6 has none, 7.0 before 7.0.94 asks a
 * model, later ones ask a provider. The names lose their prefix when they are no longer experimental.
 */
export function findBatchFunctions(sdk: object): BatchFunctions | undefined {
  const find = (name: string): Call<never> | undefined => {
    const all = sdk as Readonly<Record<string, unknown>>;
    const found = all[`experimental_${name}`] ?? all[name];
    return typeof found === 'function' ? (found as Call<never>) : undefined;
  };
  const startOfProvider = find('startBatch');
  const start = startOfProvider ?? find('startTextBatch');
  const getStatus = find('getBatchStatus');
  const getResults = find('getBatchResults');
  if (start === undefined || getStatus === undefined || getResults === undefined) return undefined;
  const form = startOfProvider === undefined ? 'model' : 'provider';
  return { form, start, getStatus, getResults, cancel: find('cancelBatch') };
}
