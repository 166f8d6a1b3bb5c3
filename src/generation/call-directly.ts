import type { LanguageModel } from 'ai';
import type { ChatMessage } from '../core/chat-message.js';
import type { CallResult } from './call-model.js';

/** What is read of a model object of the AI SDK's specification 3 (version 6) or 4 (version 7). */
interface DirectModel {
  readonly specificationVersion: string;
  doGenerate(options: object): PromiseLike<DirectResult>;
}

interface DirectResult {
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly finishReason: { readonly unified: string };
  readonly usage: {
    readonly inputTokens: { readonly total?: number | undefined; readonly cacheRead?: number };
    readonly outputTokens: { readonly total?: number | undefined; readonly reasoning?: number };
  };
  readonly providerMetadata?: CallResult['providerMetadata'];
}

/** Models that `generateText` has been given, which takes their settings and shows their warnings. */
const knownModels = new WeakSet<object>();

/**
 * Says whether a model can be asked for text without `generateText` and what it does around a call
 * for tools, steps and telemetry: half a millisecond of CPU, as much as everything else of a call.
 * The first call of each model is left to `generateText`, which checks the settings and shows
 * warnings, and so is every call while telemetry listens.
 */
export function canCallDirectly(model: LanguageModel): model is Exclude<LanguageModel, string> {
  if (typeof model === 'string' || !knownModels.has(model)) return false;
  const { AI_SDK_TELEMETRY_INTEGRATIONS: listeners } = globalThis as {
    readonly AI_SDK_TELEMETRY_INTEGRATIONS?: readonly unknown[] | undefined;
  };
  const { specificationVersion } = model as DirectModel;
  return /^v[34]$/.test(specificationVersion) && (listeners ?? []).length === 0;
}

/** Follows a call of `generateText`: while it is made and when it has succeeded, its model is known. */
export async function introduce<T>(model: LanguageModel, call: Promise<T>): Promise<T> {
  if (typeof model === 'string') return call;
  knownModels.add(model);
  try {
    return await call;
  } catch (error) {
    knownModels.delete(model);
    throw error;
  }
}

/** Asks a model as `generateText` does for messages of text alone. */
export async function callDirectly(
  model: Exclude<LanguageModel, string>,
  messages: readonly ChatMessage[],
  settings: object,
): Promise<CallResult> {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const chat = messages.filter(({ role }) => role !== 'system');
  const { content, finishReason, usage, providerMetadata } = await (
    model as DirectModel
  ).doGenerate({
    prompt: [
      ...(system.length > 0 ? [{ role: 'system', content: system.join('\n\n') }] : []),
      ...chat.map(({ role, content: text }) => ({ role, content: [{ type: 'text', text }] })),
    ],
    ...settings,
  });
  const { inputTokens, outputTokens } = usage;
  return {
    text: textOf(content, 'text'),
    reasoningText: textOf(content, 'reasoning'),
    finishReason: finishReason.unified,
    usage: {
      inputTokens: inputTokens.total,
      inputTokenDetails: { cacheReadTokens: inputTokens.cacheRead },
      outputTokens: outputTokens.total,
      outputTokenDetails: { reasoningTokens: outputTokens.reasoning },
      totalTokens: sumOf(inputTokens.total, outputTokens.total),
    },
    providerMetadata,
  };
}

function textOf(content: DirectResult['content'], kind: 'text' | 'reasoning'): string {
  let text = '';
  for (const part of content) if (part.type === kind) text += part.text ?? '';
  return text;
}

/** Unknown only when both are, as in the AI SDK. */
function sumOf(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined && second === undefined ? undefined : (first ?? 0) + (second ?? 0);
}
