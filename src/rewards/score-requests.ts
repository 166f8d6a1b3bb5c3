import type { JsonValue } from '../core/json-value.js';
import type { Task } from '../core/task.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { createSpecReader } from './known-specs.js';
import { Refusal } from './refusal.js';
import type { ReplyScore } from './reply-score.js';
import { type ScoreReplyOptions, scoreReply } from './score-reply.js';
import { readScoreRequest } from './score-request.js';

/** The answer to one reply of a batch: its score, or why there is none. */
export type BatchItemScore =
  | ReplyScore
  | {
      readonly score: null;
      readonly status: 'error';
      readonly error: { readonly message: string; readonly field?: string | undefined };
    };

/** Scores what comes over HTTP. */
export interface RequestScorer {
  /**
   * Scores one reply.
   *
   * @throws Refusal for a reply that is not as expected.
   */
  scoreOne(body: JsonValue, signal: AbortSignal): Promise<ReplyScore>;
  /** Scores many, each on its own: one that fails says so in its place. */
  scoreMany(items: readonly JsonValue[], signal: AbortSignal): Promise<readonly BatchItemScore[]>;
}

/** Makes a scorer with settings of its own, and a memory of the specs that it has seen. */
export function createRequestScorer(
  options: Omit<ScoreReplyOptions, 'signal' | 'feedback'>,
): RequestScorer {
  const readSpec = createSpecReader();

  const scoreAt = async (
    value: JsonValue,
    signal: AbortSignal,
    place?: string,
  ): Promise<ReplyScore> => {
    const { ground_truth: spec, response, feedback } = readScoreRequest(value, place);
    const field = place === undefined ? 'ground_truth' : `${place}.ground_truth`;
    const task = readTask(readSpec, spec, options.sandbox, field);
    return unlessAborted(signal, () =>
      scoreReply(task, response, { ...options, feedback, signal }),
    );
  };
  return {
    scoreOne: (body, signal) => scoreAt(body, signal),
    scoreMany: (items, signal) =>
      Promise.all(
        items.map((item, index) =>
          scoreAt(item, signal, `items[${index}]`).catch(
            (error: unknown): BatchItemScore => ({
              score: null,
              status: 'error',
              error: describeFailure(error),
            }),
          ),
        ),
      ),
  };
}

/** Says why there is no score. */
export function describeFailure(error: unknown): {
  readonly message: string;
  readonly field?: string | undefined;
} {
  if (!(error instanceof Refusal)) {
    return { message: `scoring failed: ${error instanceof Error ? error.message : String(error)}` };
  }
  const { message, field } = error;
  return field === undefined ? { message } : { message, field };
}

function readTask(
  readSpec: (text: string) => Task,
  text: string,
  sandbox: Sandbox,
  field: string,
): Task {
  let task: Task;
  try {
    task = readSpec(text);
  } catch (error) {
    const message = `${field} is not valid: ${(error as Error).message}`;
    throw new Refusal({ statusCode: 400, message, field });
  }
  const { language } = task.function;
  if (task.direction === 'output' || sandbox.languages.includes(language)) return task;
  const message = `${field} is not valid: the sandbox does not run ${language}`;
  throw new Refusal({ statusCode: 400, message, field });
}

/** Scores a reply; one that is not scored when the signal comes could not be verified. */
async function unlessAborted(
  signal: AbortSignal,
  score: () => Promise<ReplyScore>,
): Promise<ReplyScore> {
  let stop = (): void => {};
  const aborted = new Promise<ReplyScore>((resolve) => {
    stop = () => resolve({ score: null, status: 'unverifiable', detail: String(signal.reason) });
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    // Whatever the sandbox and the caller's functions do with the signal.
    return await Promise.race([
      aborted,
      score().catch((error: unknown) => {
        if (signal.aborted) return aborted;
        throw error;
      }),
    ]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
