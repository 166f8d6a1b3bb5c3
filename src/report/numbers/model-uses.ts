import { shortenName } from '../sample/shorten-text.js';
import type { Counter } from './counter.js';

/** How many replies a model gave. */
export interface ModelUse {
  readonly modelId: string;
  readonly provider: string;
  readonly replies: number;
}

/** Counts replies by model, the busiest first. */
export function createModelUses(): Counter<readonly ModelUse[]> {
  const uses = new Map<string, ModelUse>();
  return {
    add({ turns }) {
      for (const { prediction } of turns) {
        const modelId = shortenName(prediction.modelId);
        const provider = shortenName(prediction.provider);
        const key = JSON.stringify([provider, modelId]);
        const replies = (uses.get(key)?.replies ?? 0) + 1;
        uses.set(key, { modelId, provider, replies });
      }
    },
    result: () => [...uses.values()].sort((a, b) => b.replies - a.replies),
  };
}
