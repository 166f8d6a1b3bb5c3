import type { LanguageModel } from 'ai';
import { describe, expectTypeOf, it } from 'vitest';
import {
  acceptBatch,
  type BatchReport,
  type BatchResult,
  type CodeFunction,
  type Conversation,
  costOf,
  createBudget,
  createReporter,
  type Estimate,
  estimate,
  fromBatchResponses,
  generateDataset,
  type PlannedPrediction,
  planBatch,
  type RunEvent,
  type RunSummary,
  type Sandbox,
  type Task,
  type Transformation,
  toBatchRequests,
} from '../../src/index.js';

declare const model: LanguageModel;
declare const sandbox: Sandbox;
declare const fn: CodeFunction;
declare const tasks: readonly Task[];
declare const transformation: Extract<Transformation, { status: 'accepted' }>;
declare const event: RunEvent;
declare const result: BatchResult;
declare const prices: { inputPerMillion: number; outputPerMillion: number };

// Nothing here runs: `npm run types` is the test.
describe('types', () => {
  it('a dataset is made of tasks, functions, and functions with pairs, and is looped over', () => {
    const run = generateDataset(tasks, { model, sandbox });
    expectTypeOf(run).toExtend<AsyncIterable<Conversation>>();
    expectTypeOf(run.result).resolves.toEqualTypeOf<RunSummary>();
    generateDataset([fn, transformation, ...tasks], { model, sandbox });
    // @ts-expect-error A model is needed.
    generateDataset(tasks, { sandbox });
    // @ts-expect-error The predictor is the run's own.
    generateDataset(tasks, { model, sandbox, predictor: async () => null });
    // @ts-expect-error Text is no source.
    generateDataset('tasks.jsonl', { model, sandbox });
  });

  it('what is unknown may be absent', () => {
    expectTypeOf(costOf({}, prices)).toEqualTypeOf<number | undefined>();
    expectTypeOf(estimate(tasks, { model, sandbox })).resolves.toEqualTypeOf<Estimate>();
    // @ts-expect-error A budget without prices has no unit.
    createBudget({ limit: 5 });
  });

  it('events and results are told apart by type and status', () => {
    if (event.type === 'conversation') {
      expectTypeOf(event.conversation).toEqualTypeOf<Conversation>();
    } else if (event.type === 'call' && event.call.type === 'replied') {
      expectTypeOf(event.call.isCached).toEqualTypeOf<boolean>();
    }
    if (result.status === 'replied') expectTypeOf(result.reply.text).toEqualTypeOf<string>();
    generateDataset(tasks, { model, sandbox, onEvent: createReporter({ mode: 'silent' }) });
  });

  it('a plan goes into a file, and responses into the journal', () => {
    const plan = planBatch(tasks, { model, sandbox, journal: 'run.jsonl' });
    expectTypeOf(plan).toExtend<AsyncIterable<PlannedPrediction>>();
    toBatchRequests(plan, { modelId: 'm' });
    // @ts-expect-error The model must be named.
    toBatchRequests(plan, {});
    expectTypeOf(
      acceptBatch(fromBatchResponses([]), { model, sandbox, journal: 'run.jsonl' }),
    ).resolves.toEqualTypeOf<BatchReport>();
  });
});
