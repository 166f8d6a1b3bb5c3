import type { ChatMessage } from '../core/chat-message.js';
import type { Sampling } from '../core/model-reply.js';
import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import { requireInteger } from '../errors/require-integer.js';
import { type BuildPromptOptions, buildPrompt } from '../prompts/build-prompt.js';
import { type Items, requireItems } from '../values/items.js';
import { batchId } from './batch-id.js';
import { readSampling, samplingOf } from './sampling.js';

/** How calls are asked for in a batch, whatever its form. */
export interface PlannedRequestOptions extends BuildPromptOptions, Sampling {
  /** The model, as the provider names it. */
  readonly modelId: string;
  /**
   * How many samples are asked for of each `Task`; planned calls say themselves which one they are.
   * @defaultValue 1
   */
  readonly samples?: number | undefined;
  /**
   * The provider's seed of sample 0; sample `i` is asked with `seed + i`, because equal seeds would
   * make equal samples.
   * @defaultValue none is sent
   */
  readonly seed?: number | undefined;
}

/** One call with its custom id and its settings. */
export interface PlannedRequest {
  readonly customId: string;
  readonly messages: readonly ChatMessage[];
  readonly sampling: Sampling;
}

/**
 * Gives calls their custom ids and settings, one by one; a task becomes its first prompt. Keeps
 * nothing but the custom ids.
 *
 * @throws TypeError at once for misuse, and on the way for a custom id that comes twice: providers
 * refuse the whole batch then, or never finish it.
 */
export function plannedRequests(
  items: Items<PlannedPrediction | Task>,
  options: PlannedRequestOptions,
): AsyncGenerator<PlannedRequest, void, undefined> {
  const { modelId } = options;
  if (typeof modelId !== 'string' || modelId === '') {
    throw optionError('modelId', 'the name of a model', modelId);
  }
  const samples = requireInteger('samples', options.samples ?? 1, 1);
  return prepare(requireItems('requests', items), samples, options);
}

async function* prepare(
  items: Items<PlannedPrediction | Task>,
  samples: number,
  options: PlannedRequestOptions,
): AsyncGenerator<PlannedRequest, void, undefined> {
  const sampling = readSampling(options);
  const customIds = new Set<string>();
  for await (const item of items) {
    for (const call of 'messages' in item ? [item] : planTask(item, samples, options)) {
      const customId = batchId(call);
      if (customIds.has(customId)) {
        throw new TypeError(`two requests have the custom id ${customId}: a batch takes it once`);
      }
      customIds.add(customId);
      yield {
        customId,
        messages: call.messages,
        sampling: samplingOf(sampling, call.sample),
      };
    }
  }
}

function planTask(task: Task, samples: number, options: BuildPromptOptions): PlannedPrediction[] {
  const messages = buildPrompt(task, options);
  return Array.from({ length: samples }, (_, sample) => {
    return { taskId: task.id, sample, turn: 1, messages };
  });
}
