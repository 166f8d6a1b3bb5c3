import { wrapLanguageModel } from 'ai';
import { cacheResponses } from './cache-responses.js';

/** Options of {@link replayModel}. */
export interface ReplayModelOptions {
  /** A directory of recorded responses, as `cacheResponses` writes it. */
  readonly directory: string;
  /** The provider under which they were recorded. */
  readonly provider: string;
  /** The model under which they were recorded. */
  readonly modelId: string;
}

type WrappedModel = Exclude<
  Parameters<typeof wrapLanguageModel>[0]['model'],
  { specificationVersion: 'v2' }
>;

/**
 * Makes a model that knows nothing but recorded responses: a run over them needs no key and no
 * network. A prompt without a recorded response throws a `CacheMissError` that names it.
 */
export function replayModel(options: ReplayModelOptions): ReturnType<typeof wrapLanguageModel> {
  const { directory, provider, modelId } = options;
  const unreachable = (): never => {
    throw new TypeError('a replayed model answers with generateText only');
  };
  const model = {
    specificationVersion: 'v3',
    provider,
    modelId,
    supportedUrls: {},
    doGenerate: unreachable,
    doStream: unreachable,
  } as unknown as WrappedModel;
  return wrapLanguageModel({ model, middleware: cacheResponses({ directory, onMiss: 'error' }) });
}
