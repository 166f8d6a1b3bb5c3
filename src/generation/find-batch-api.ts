import * as installed from 'ai';
import { optionError } from '../errors/option-error.js';
import type { BatchApi, BatchApiForm, BatchCallOptions, BatchReference } from './batch-api.js';
import { type BatchFunctions, findBatchFunctions } from './batch-functions.js';
import { collectBatchResults, requireExpected } from './collect-batch-results.js';
import { plannedRequests } from './planned-requests.js';
import { readBatchItem } from './read-batch-item.js';
import { toSettings } from './sampling.js';

/** Where batches are looked for. */
export interface FindBatchApiOptions {
  /**
   * The module `ai`.
   * @defaultValue the one that this library finds
   */
  readonly sdk?: object | undefined;
}

/** A provider as far as batches are concerned. */
interface Provider {
  readonly languageModel?: (modelId: string) => unknown;
  readonly experimental_batch?: unknown;
  readonly doStartBatch?: unknown;
}

/**
 * Finds out whether the AI SDK and a provider offer batches, and gives them one form. The AI SDK
 * calls its batch API experimental, and it has changed before: version 6 has none, 7.0 has had two.
 * What is there is looked at, not the version.
 *
 * @param provider - A provider of the AI SDK, such as `openai`, or its batch interface.
 * @returns `undefined` when there are no batches: write a file with `toBatchRequests` then.
 *
 * @example
 * ```ts
 * const batches = findBatchApi(openai);
 * const reference = await batches?.start(tasks, { modelId: 'gpt-5-mini' });
 * ```
 */
export function findBatchApi(
  provider: object,
  options: FindBatchApiOptions = {},
): BatchApi | undefined {
  if (provider === null || !['object', 'function'].includes(typeof provider)) {
    throw optionError('provider', 'a provider of the AI SDK', provider);
  }
  const functions = findBatchFunctions(options.sdk ?? installed);
  if (functions === undefined || !offersBatches(provider, functions.form)) return undefined;
  return createBatchApi(provider, functions);
}

/** A model tells only when it is asked whether it has batches; one of a later provider has none. */
function offersBatches(provider: Provider, form: BatchApiForm): boolean {
  const ofProvider = [provider.experimental_batch, provider.doStartBatch].some(
    (member) => typeof member === 'function',
  );
  if (form === 'provider') return ofProvider;
  return !ofProvider && typeof provider.languageModel === 'function';
}

function createBatchApi(provider: Provider, functions: BatchFunctions): BatchApi {
  const { form, getStatus, getResults, cancel } = functions;
  const target = (modelId: string): object =>
    form === 'provider' ? { provider } : { model: provider.languageModel?.(modelId) };
  const find = (reference: BatchReference, { signal }: BatchCallOptions = {}): object => ({
    ...target(reference.modelId),
    batch: toSdkReference(reference, form),
    abortSignal: signal,
  });
  return {
    form,
    async start(items, options) {
      const { modelId, providerOptions, signal } = options;
      const requests: object[] = [];
      for await (const { customId, messages, sampling } of plannedRequests(items, options)) {
        const system = messages.filter(({ role }) => role === 'system');
        requests.push({
          id: customId,
          ...(form === 'provider' && { type: 'text', model: modelId }),
          ...(system.length > 0 && {
            instructions: system.map(({ content }) => content).join('\n\n'),
          }),
          messages: messages.filter(({ role }) => role !== 'system'),
          ...toSettings(sampling),
          providerOptions,
        });
      }
      signal?.throwIfAborted();
      const started = await functions.start({
        ...target(modelId),
        requests,
        abortSignal: signal,
      });
      return { form, id: started.id, provider: started.provider, modelId };
    },
    async status(reference, options) {
      const { status, rawStatus, requestCounts, error, expiresAt } = await getStatus(
        find(reference, options),
      );
      return { status, rawStatus, requestCounts, error, expiresAt };
    },
    results(reference, options = {}) {
      const found = find(reference, options);
      return collectBatchResults(
        readItems(() => getResults(found)),
        requireExpected(options),
      );
    },
    cancel:
      cancel &&
      (async (reference, options) => {
        await cancel(find(reference, options));
      }),
  };
}

async function* readItems(
  getItems: () => AsyncIterable<unknown>,
): AsyncGenerator<ReturnType<typeof readBatchItem>, void, undefined> {
  let line = 0;
  for await (const item of getItems()) yield readBatchItem(item, ++line);
}

function toSdkReference(reference: BatchReference, form: BatchApiForm): object {
  if (reference.form !== form) {
    const expected = `one of the same form of the AI SDK's batches ('${form}')`;
    throw optionError('reference', expected, reference.form);
  }
  const { id, provider, modelId } = reference;
  return form === 'provider'
    ? { version: 2, id, provider }
    : { version: 1, type: 'text', id, provider, modelId };
}
