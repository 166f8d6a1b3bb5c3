import type { LanguageModel } from 'ai';

/** Which model answers, as far as its object tells. */
export interface ModelIdentity {
  readonly provider: string;
  readonly modelId: string;
  /** Where it is asked. Unknown for models that are wrapped in middleware, and for some providers. */
  readonly baseURL?: string | undefined;
}

/** The part of a provider's model that knows its address. No version of the AI SDK types it. */
interface ModelWithAddress {
  readonly config?: {
    readonly baseURL?: unknown;
    readonly url?: (parts: { readonly path: string; readonly modelId: string }) => unknown;
  };
}

/** Names a model, without looking for its address. */
export function modelName(model: LanguageModel): Pick<ModelIdentity, 'provider' | 'modelId'> {
  if (typeof model === 'string') return { provider: 'gateway', modelId: model };
  return { provider: model.provider, modelId: model.modelId };
}

/** Says which model a model object stands for. */
export function modelIdentity(model: LanguageModel): ModelIdentity {
  const name = modelName(model);
  if (typeof model === 'string') return name;
  const baseURL = findBaseURL(model as ModelWithAddress, name.modelId);
  return { ...name, ...(baseURL !== undefined && { baseURL }) };
}

function findBaseURL({ config }: ModelWithAddress, modelId: string): string | undefined {
  try {
    const address = config?.baseURL ?? config?.url?.({ path: '', modelId });
    return typeof address === 'string' && /^https?:/.test(address)
      ? address.replace(/\?.*|\/+$/g, '')
      : undefined;
  } catch {
    // What a provider keeps to itself may change its shape: then the address is not known.
    return undefined;
  }
}
