import type { Conversation } from '../core/conversation.js';
import type { PlannedPrediction } from '../core/planned-prediction.js';
import type { Task } from '../core/task.js';
import { BudgetExceededError } from '../errors/budget-exceeded-error.js';
import { ModelCallError } from '../errors/model-call-error.js';
import { RevisionError } from '../errors/revision-error.js';
import { buildPrompt } from '../prompts/build-prompt.js';
import { defaultRetryRequest, revise } from '../revision/revise.js';
import {
  askedSettings,
  CallPlanned,
  createPredictor,
  requireSamePrompt,
} from './create-predictor.js';
import { describeFailure } from './describe-failure.js';
import type { FailedTask } from './failed-task.js';
import type { RunContext } from './run-context.js';
import {
  conversationStep,
  outcomeOfStep,
  readSteps,
  restoreConversation,
  type StoredSteps,
  toMeta,
  toStoredRequest,
} from './step-records.js';
import { stopping } from './stop-control.js';
import { taskKey } from './task-key.js';

/** What became of one sample of a task. */
export type TaskResult =
  | { readonly status: 'conversation'; readonly conversation: Conversation }
  /** A reply is needed, and the calls of this run are made elsewhere. */
  | { readonly status: 'planned'; readonly planned: PlannedPrediction }
  /** Not to be yielded: failed, left for another session, or finished before. */
  | { readonly status: 'none' };

const none: TaskResult = { status: 'none' };

/**
 * Takes one sample of a task as far as it goes: from the journal what is there, the rest from model
 * and sandbox. Every finished step goes to the journal; the conversation is returned once it is on
 * disk.
 *
 * @throws what ends the whole run: a journal that does not match or cannot be written, a sandbox that
 * does not start.
 */
export async function runTask(
  task: Task,
  sample: number,
  context: RunContext,
): Promise<TaskResult> {
  const { journal, counter, emit } = context;
  const key = taskKey(task.id, sample);
  if (!journal.claim(key)) {
    counter.countDuplicate();
    return none;
  }
  counter.countTask();
  const last = journal.last(key);
  const outcome = last?.isCurrent ? outcomeOfStep(last.step) : undefined;
  if (outcome !== undefined && !context.yieldStored) {
    counter.countConversation({ task, outcome }, true);
    return none;
  }
  const records = last === undefined ? [] : await journal.read(key);
  if (last?.isCurrent && last.step === 'failure' && !context.retryFailures) {
    const failure = records.at(-1)?.data as unknown as FailedTask;
    counter.countFailure(failure);
    emit({ type: 'failure', failure, isStored: true });
    return none;
  }
  const steps = readSteps(records);
  const stored = outcome === undefined ? undefined : restore(task, sample, steps, context);
  if (stored !== undefined) {
    counter.countConversation(stored, true);
    emit({ type: 'conversation', conversation: stored, isStored: true });
    return { status: 'conversation', conversation: stored };
  }
  return converse(task, sample, steps, context);
}

function restore(
  task: Task,
  sample: number,
  steps: StoredSteps,
  context: RunContext,
): Conversation | undefined {
  const { settings } = context;
  const prompt = buildPrompt(task, settings);
  requireSamePrompt(task, prompt, steps, context);
  const { retryRequest = defaultRetryRequest } = settings;
  return restoreConversation(task, prompt, retryRequest, steps, askedSettings(sample, context));
}

async function converse(
  task: Task,
  sample: number,
  steps: StoredSteps,
  context: RunContext,
): Promise<TaskResult> {
  const { settings, counter, emit, stop } = context;
  const key = taskKey(task.id, sample);
  try {
    const conversation = await revise(task, {
      ...settings,
      ...askedSettings(sample, context).sampling,
      sample,
      signal: stop.abandon,
      predictor: createPredictor(task, sample, steps, context),
      onTurn({ verdict, feedback }, turn) {
        context.append({ key, step: 'verdict', data: { turn, verdict, feedback } });
        const { direction } = task;
        emit({ type: 'verdict', taskId: task.id, sample, turn, direction, verdict });
      },
    });
    const { outcome, turns } = conversation;
    await context.append({ key, step: conversationStep(outcome), data: { turns: turns.length } });
    counter.countConversation(conversation, false);
    context.onTaskDone(true);
    emit({ type: 'conversation', conversation, isStored: false });
    return { status: 'conversation', conversation };
  } catch (error) {
    const cause = causeOf(error);
    if (cause === stopping) return none;
    if (cause instanceof CallPlanned) {
      const { planned } = cause;
      const data = toStoredRequest(task, planned);
      const meta = toMeta(planned.turn, undefined, 'free');
      await context.append({ key, step: 'request', data, meta });
      return { status: 'planned', planned };
    }
    if (cause instanceof BudgetExceededError) {
      stop.stop('budget');
      return none;
    }
    if (context.isFatal(cause)) throw cause;
    const failure = describeFailure(task, sample, error);
    const usage = cause instanceof ModelCallError ? cause.usage : undefined;
    await context.append({
      key,
      step: 'failure',
      data: failure,
      meta: toMeta(failure.turn, usage, usage === undefined ? 'free' : 'usual'),
    });
    counter.countFailure(failure);
    context.onTaskDone(false, cause);
    emit({ type: 'failure', failure, isStored: false });
    return none;
  }
}

/** What really went wrong: `revise` wraps the failures of calls. */
function causeOf(error: unknown): unknown {
  return error instanceof RevisionError ? error.cause : error;
}
