import { contentHash } from '../values/content-hash.js';

/** Everything about a request that changes the reply. */
export interface ResponseRequest {
  readonly provider: string;
  readonly modelId: string;
  /** Told apart by the user: a base URL, a version of the weights. */
  readonly namespace?: string | undefined;
  /** The messages; the content of one that is nothing but text is that text. */
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  /** Sampling settings, tools, response format, provider options. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sample: number;
}

/** The call options of the AI SDK (specification 3 or 4) as far as they are read here. */
export interface CallParameters {
  readonly prompt: readonly { readonly role: string; readonly content: unknown }[];
  readonly providerOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** Fields of the call options that do not change what a model says. */
const irrelevant = new Set([
  'prompt',
  'abortSignal',
  'headers',
  'includeRawChunks',
  'providerOptions',
]);

/** Collects what decides a reply. The sample index is where `predict` puts it: `providerOptions.codeio.sample`. */
export function toResponseRequest(
  model: { readonly provider: string; readonly modelId: string },
  parameters: CallParameters,
  namespace: string | undefined,
): ResponseRequest {
  const { codeio, ...providerOptions } = parameters.providerOptions ?? {};
  const settings = Object.fromEntries(
    Object.entries(parameters).filter(
      ([name, value]) => !irrelevant.has(name) && value !== undefined && !isDefault(name, value),
    ),
  );
  if (Object.keys(providerOptions).length > 0) settings.providerOptions = providerOptions;
  return {
    provider: model.provider,
    modelId: model.modelId,
    namespace,
    messages: parameters.prompt.map(({ role, content }) => ({ role, content: plainText(content) })),
    settings: JSON.parse(JSON.stringify(settings)) as Readonly<Record<string, unknown>>,
    sample: (codeio as { sample?: number } | undefined)?.sample ?? 0,
  };
}

/** The key of a reply: a hash of everything that changes it. */
export function responseKey(request: ResponseRequest): string {
  return contentHash(request);
}

/** What versions of the AI SDK add on their own, and what says nothing. */
function isDefault(name: string, value: unknown): boolean {
  if (Array.isArray(value) && value.length === 0) return true;
  if (name === 'responseFormat') return (value as { type?: unknown }).type === 'text';
  return name === 'toolChoice' && (value as { type?: unknown }).type === 'auto';
}

function plainText(content: unknown): unknown {
  if (!Array.isArray(content)) return content;
  const parts = content as readonly { readonly type: string; readonly text?: string }[];
  return parts.every(({ type }) => type === 'text')
    ? parts.map(({ text }) => text).join('')
    : parts;
}
