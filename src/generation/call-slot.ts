import type { ChatMessage } from '../core/chat-message.js';
import type { TokenUsage } from '../core/model-reply.js';
import type { Budget } from '../spending/budget.js';
import type { Limiter, SlotOutcome } from './limiter.js';

/** How an attempt ended, for the limiter and for the money that was set aside. */
type CallEnding =
  | { readonly type: 'replied'; readonly usage: TokenUsage; readonly isCached: boolean }
  | { readonly type: 'rate-limited'; readonly retryAfterMs?: number | undefined }
  /** The provider answered with an error, which costs nothing. */
  | { readonly type: 'refused' }
  /** Nobody knows whether the provider did the work and bills it. */
  | { readonly type: 'broken' };

/** What an attempt holds while it is made: a slot of the limiter, and money of the budget. */
export interface CallSlot {
  end(ending: CallEnding): void;
}

/** The tokens of an output of unknown length, for limits a minute: put right when the call ends. */
const usualOutputTokens = 1000;

/**
 * Waits until a call may be made.
 *
 * @param isUrgent - Whether it goes before calls that are not.
 * @throws BudgetExceededError when it does not fit into the budget.
 * @throws the signal's reason when it is aborted.
 */
export async function acquireCallSlot(
  messages: readonly ChatMessage[],
  isUrgent: boolean,
  options: {
    readonly limiter?: Limiter | undefined;
    readonly budget?: Budget | undefined;
    readonly maxOutputTokens?: number | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<CallSlot> {
  const { limiter, budget, maxOutputTokens, signal } = options;
  const tokens = limiter === undefined ? 0 : expectedTokens(messages, maxOutputTokens);
  const slot = await limiter?.acquire({ tokens, isUrgent, signal });
  try {
    // In this order: what waits for a slot holds no money back from what has one.
    const reservation = await budget?.reserve({ messages, maxOutputTokens }, signal);
    return {
      end(ending) {
        slot?.release(toSlotOutcome(ending));
        if (ending.type === 'replied' && !ending.isCached) reservation?.settle(ending.usage);
        else if (ending.type === 'broken') reservation?.settle(undefined);
        else reservation?.release();
      },
    };
  } catch (error) {
    slot?.release({ type: 'abandoned' });
    throw error;
  }
}

function expectedTokens(
  messages: readonly ChatMessage[],
  maxOutputTokens: number | undefined,
): number {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  return (
    Math.ceil(characters / 4) + Math.min(maxOutputTokens ?? usualOutputTokens, usualOutputTokens)
  );
}

function toSlotOutcome(ending: CallEnding): SlotOutcome {
  switch (ending.type) {
    case 'replied': {
      const { inputTokens, outputTokens } = ending.usage;
      const tokens =
        inputTokens === undefined || outputTokens === undefined
          ? undefined
          : inputTokens + outputTokens;
      return { type: 'replied', tokens, isCached: ending.isCached };
    }
    case 'rate-limited':
      return ending;
    case 'refused':
    case 'broken':
      return { type: 'failed' };
  }
}
