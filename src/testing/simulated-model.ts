import type { wrapLanguageModel } from 'ai';
import type { ChatMessage } from '../core/chat-message.js';
import type { TokenUsage } from '../core/model-reply.js';

/** What a simulated model answers. */
export type SimulatedReply =
  | string
  | {
      readonly text: string;
      readonly reasoning?: string | undefined;
      /** @defaultValue 'stop' */
      readonly finishReason?: 'stop' | 'length' | 'content-filter' | 'error' | undefined;
      /** @defaultValue unknown */
      readonly usage?:
        | Pick<TokenUsage, 'inputTokens' | 'cachedInputTokens' | 'outputTokens'>
        | undefined;
    };

/** Options of {@link createSimulatedModel}. */
export interface SimulatedModelOptions {
  /** Makes the reply to a chat; throw to simulate a failing provider. */
  readonly respond: (messages: readonly ChatMessage[]) => SimulatedReply | Promise<SimulatedReply>;
  /** @defaultValue 'simulated' */
  readonly provider?: string | undefined;
  /** @defaultValue 'simulated' */
  readonly modelId?: string | undefined;
}

/** A model as the installed version of the AI SDK types it. */
type SimulatedModel = ReturnType<typeof wrapLanguageModel>;

interface SimulatedCall {
  readonly prompt: readonly {
    readonly role: string;
    readonly content: string | readonly { readonly text?: string }[];
  }[];
}

/**
 * Makes a model for the AI SDK that answers from a function: for tests, dry runs and load tests of
 * a recipe without a provider.
 */
export function createSimulatedModel(options: SimulatedModelOptions): SimulatedModel {
  const { respond, provider = 'simulated', modelId = 'simulated' } = options;
  const model = {
    specificationVersion: 'v3',
    provider,
    modelId,
    supportedUrls: {},
    async doGenerate({ prompt }: SimulatedCall) {
      const reply = await respond(prompt.map(toChatMessage));
      const {
        text,
        reasoning,
        finishReason = 'stop',
        usage = {},
      } = typeof reply === 'string' ? { text: reply } : reply;
      return {
        content: [
          ...(reasoning === undefined ? [] : [{ type: 'reasoning', text: reasoning }]),
          { type: 'text', text },
        ],
        finishReason: { unified: finishReason, raw: finishReason },
        usage: {
          inputTokens: { total: usage.inputTokens, cacheRead: usage.cachedInputTokens },
          outputTokens: { total: usage.outputTokens },
        },
        warnings: [],
      };
    },
    doStream() {
      throw new TypeError('a simulated model answers with generateText only');
    },
  };
  return model as unknown as SimulatedModel;
}

function toChatMessage({ role, content }: SimulatedCall['prompt'][number]): ChatMessage {
  const text = typeof content === 'string' ? content : content.map((part) => part.text).join('');
  return { role: role as ChatMessage['role'], content: text };
}
