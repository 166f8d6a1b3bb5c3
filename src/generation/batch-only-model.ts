import type { LanguageModel } from 'ai';
import type { ModelIdentity } from './model-identity.js';

/**
 * Makes a model whose replies come from batch files alone. It stands for the model of the batch in
 * `planBatch`, `acceptBatch` and `generateDataset`; asking it fails. Use the real model in its place
 * to have calls that the batch did not answer made one by one.
 */
export function batchOnlyModel(identity: ModelIdentity): Exclude<LanguageModel, string> {
  const refuse = (): never => {
    throw new Error(`${identity.modelId} answers in batches only, and this reply is not there`);
  };
  const model = {
    specificationVersion: 'v3',
    provider: identity.provider,
    modelId: identity.modelId,
    supportedUrls: {},
    config: { baseURL: identity.baseURL },
    doGenerate: refuse,
    doStream: refuse,
  };
  return model as unknown as Exclude<LanguageModel, string>;
}
