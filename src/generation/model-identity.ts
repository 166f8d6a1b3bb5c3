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

/** Says which model a model object stands for. */
export function modelIdentity(model: LanguageModel): ModelIdentity {
  if (typeof model === 'string') return { provider: 'gateway', modelId: model };
  const { provider, modelId } = model;
  const baseURL = findBaseURL(model as ModelWithAddress, modelId);
  return { provider, modelId, ...(baseURL !== undefined && { baseURL }) };
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
