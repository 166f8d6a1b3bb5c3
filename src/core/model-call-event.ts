import type { TokenUsage } from './model-reply.js';

/** What happened to one attempt at a model call. */
export type ModelCallEvent =
  | {
      /** The model replied; a reply that was cut off or filtered is one, too, and is billed. */
      readonly type: 'replied';
      readonly usage: TokenUsage;
      readonly finishReason: string;
      /** Whether the reply came from a response cache and cost nothing. */
      readonly isCached: boolean;
      readonly durationMs: number;
    }
  | {
      /** The provider refused the call because there are too many (429). */
      readonly type: 'rate-limited';
      readonly attempt: number;
      readonly problem: string;
      /** How long until the next attempt; absent when there is none. */
      readonly delayMs?: number | undefined;
    }
  | {
      /** The call failed for another reason, in whichever way. */
      readonly type: 'failed';
      readonly attempt: number;
      readonly problem: string;
      readonly statusCode?: number | undefined;
      /** How long until the next attempt; absent when there is none. */
      readonly delayMs?: number | undefined;
    };
