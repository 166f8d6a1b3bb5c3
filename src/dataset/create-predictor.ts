import type { ChatMessage } from '../core/chat-message.js';
import type { ModelReply } from '../core/model-reply.js';
import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Task } from '../core/task.js';
import { JournalMismatchError } from '../errors/journal-mismatch-error.js';
import { type PredictOptions, predict } from '../generation/predict.js';
import { samplingOf } from '../generation/sampling.js';
import type { Predictor } from '../revision/revise.js';
import { contentHash } from '../values/content-hash.js';
import type { RunContext } from './run-context.js';
import { type StoredSteps, toMeta, toPrediction, toStoredReply } from './step-records.js';
import { taskKey } from './task-key.js';

/** Thrown where a reply is needed and the calls are made elsewhere: ends the task for this run. */
export class CallPlanned extends Error {
  readonly planned: PlannedPrediction;

  constructor(planned: PlannedPrediction) {
    super('the call is planned');
    this.planned = planned;
  }
}

/** What the replies to one sample of a task have in common. */
export function askedSettings(sample: number, { model, sampling }: RunContext): AskedSettings {
  const { provider, modelId } = model;
  return { provider, modelId, sampling: samplingOf(sampling, sample), sample };
}

type AskedSettings = Pick<ModelReply, 'provider' | 'modelId' | 'sampling' | 'sample'>;

/** Takes replies from the journal where they answer the same messages, and asks the model otherwise. */
export function createPredictor(
  task: Task,
  sample: number,
  { replies }: StoredSteps,
  context: RunContext,
): Predictor {
  const asked = askedSettings(sample, context);
  return async (_task, options, turn) => {
    const messagesHash = contentHash(options.messages);
    const stored = replies.get(turn);
    if (stored?.messagesHash === messagesHash) {
      context.counter.countStoredReply();
      return toPrediction(task, stored, asked);
    }
    if (stored !== undefined && (turn === 1 || !context.rejudge)) {
      throw promptMismatch(task, turn, context);
    }
    context.stop.noNewCalls.throwIfAborted();
    if (!context.callsAreMade) {
      throw new CallPlanned({ taskId: task.id, sample, turn, messages: options.messages });
    }
    let isCached = false;
    const settings: PredictOptions = {
      ...options,
      limiter: context.limiter,
      budget: context.budget,
      onCall(call) {
        if (call.type === 'replied') isCached = call.isCached;
        context.onCall(call);
        context.emit({ type: 'call', taskId: task.id, sample, turn, call });
      },
    };
    const prediction = await context.stop.ask(() => predict(task, settings));
    context.append({
      key: taskKey(task.id, sample),
      step: 'prediction',
      data: toStoredReply(prediction, turn, messagesHash),
      meta: toMeta(turn, prediction.usage, isCached ? 'free' : 'usual'),
    });
    return prediction;
  };
}

/** Refuses replies of the journal that answer another prompt than the present one. */
export function requireSamePrompt(
  task: Task,
  prompt: readonly ChatMessage[],
  { replies }: StoredSteps,
  context: RunContext,
): void {
  const first = replies.get(1);
  if (first !== undefined && first.messagesHash !== contentHash(prompt)) {
    throw promptMismatch(task, 1, context);
  }
}

function promptMismatch(task: Task, turn: number, { journal }: RunContext): JournalMismatchError {
  const field = `prompt of turn ${turn} of task ${task.id}`;
  const [stored, current] = ['the text that the stored reply answers', 'another text'];
  return new JournalMismatchError(journal.file, [{ field, stored, current }], turn > 1);
}
