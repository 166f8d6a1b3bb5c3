import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import { optionError } from '../errors/option-error.js';
import type { Outcome, Sandbox } from '../sandbox/sandbox.js';
import { type EqualityOptions, isEqual } from '../values/is-equal.js';
import { type AnswerReader, readJsonAnswer } from './answer-reader.js';
import { type InputCheck, inputProblems } from './input-problems.js';

/** How a prediction is judged. */
export interface VerifyOptions {
  /** Where the code runs. */
  readonly sandbox: Sandbox;
  /**
   * When two values count as the same.
   * @defaultValue the tolerant rule of `isEqual`
   */
  readonly equality?: EqualityOptions | undefined;
  /**
   * Gets the answer out of the reply.
   * @defaultValue `readJsonAnswer`
   */
  readonly readAnswer?: AnswerReader | undefined;
  /**
   * What a predicted input must fit before it is tried.
   * @defaultValue 'types'
   */
  readonly inputCheck?: InputCheck | undefined;
  /**
   * Whether a prediction is called wrong only after the recorded pair has been reproduced.
   * @defaultValue true
   */
  readonly checkTruth?: boolean | undefined;
  /** Abandons the check. */
  readonly signal?: AbortSignal | undefined;
}

/** How often a call that the sandbox lost is made. */
const maximumRuns = 3;

/**
 * Judges a prediction. An output prediction is compared with the truth; an input prediction is run,
 * and its output compared: any input that leads to the wanted output is correct.
 *
 * Resolves for whatever the model wrote and the code does. Trouble of the sandbox, or a recorded
 * pair that cannot be reproduced, gives `unverifiable`, never a wrong mark.
 *
 * @param task - The problem.
 * @param prediction - A `Prediction`, or any object with the text of a reply.
 * @throws TypeError when the sandbox does not run the function's language.
 */
export async function verify(
  task: Task,
  prediction: Prediction | { readonly text: string },
  options: VerifyOptions,
): Promise<Verdict> {
  if (typeof prediction?.text !== 'string') {
    throw optionError('prediction.text', 'a string', prediction?.text);
  }
  const { sandbox, signal, readAnswer = readJsonAnswer } = options;
  const answer = await readAnswer(prediction.text, task, { sandbox, signal });
  if (answer.status === 'missing') return { status: 'no-answer', reason: answer.reason };
  const verdict =
    task.direction === 'output'
      ? judgeOutput(task, answer.value, options)
      : await judgeInput(task, answer.value, options);
  return needsTruth(verdict, options) ? confirmTruth(task, verdict, options) : verdict;
}

function judgeOutput(task: Task, predicted: JsonValue, { equality }: VerifyOptions): Verdict {
  return isEqual(predicted, task.pair.output, equality)
    ? { status: 'correct', predicted }
    : { status: 'mismatch', predicted };
}

async function judgeInput(
  task: Task,
  predicted: JsonValue,
  options: VerifyOptions,
): Promise<Verdict> {
  const { language } = task.function;
  if (!options.sandbox.languages.includes(language)) {
    throw optionError('sandbox', `a sandbox that runs ${language}`, options.sandbox.languages);
  }
  const problems = inputProblems(
    task.function,
    task.pair,
    predicted,
    options.inputCheck ?? 'types',
  );
  if (problems.length > 0) return { status: 'invalid-input', predicted, problems };
  const input = predicted as JsonObject;
  const outcome = await runPatiently(task, input, options);
  switch (outcome.status) {
    case 'returned':
      return isEqual(outcome.value, task.pair.output, options.equality)
        ? { status: 'correct', predicted }
        : { status: 'mismatch', predicted, computed: outcome.value };
    case 'threw':
      return { status: 'runtime-error', predicted: input, error: outcome.error };
    case 'step-limit':
    case 'out-of-memory':
      return { status: outcome.status, predicted: input };
    case 'unserializable':
    case 'output-too-large':
      // Whatever it returned, it was not the wanted output, which is neither.
      return { status: 'mismatch', predicted };
    case 'lost':
      return {
        status: 'unverifiable',
        reason: 'sandbox-lost',
        detail: `the sandbox lost the call ${maximumRuns} times`,
      };
  }
}

/** Calls the function; a lost call says nothing about it, and is made again. */
async function runPatiently(
  task: Task,
  input: JsonObject,
  { sandbox, signal }: VerifyOptions,
): Promise<Outcome> {
  let outcome: Outcome = { status: 'lost' };
  for (let run = 0; run < maximumRuns && outcome.status === 'lost'; run++) {
    outcome = await sandbox.run(task.function, input, { signal });
  }
  return outcome;
}

function needsTruth(verdict: Verdict, { checkTruth = true }: VerifyOptions): boolean {
  return checkTruth && verdict.status !== 'correct' && verdict.status !== 'unverifiable';
}

/** Lets a wrong mark stand only when the code really returns the recorded output for the recorded input. */
async function confirmTruth(
  task: Task,
  verdict: Verdict,
  options: VerifyOptions,
): Promise<Verdict> {
  if (!options.sandbox.languages.includes(task.function.language)) return verdict;
  const outcome = await runPatiently(task, task.pair.input, options);
  if (outcome.status === 'returned' && isEqual(outcome.value, task.pair.output, options.equality)) {
    return verdict;
  }
  if (outcome.status === 'lost') {
    const detail = `the sandbox lost the call on the recorded input ${maximumRuns} times`;
    return { status: 'unverifiable', reason: 'sandbox-lost', detail };
  }
  const detail =
    outcome.status === 'returned'
      ? 'the code returns something else for the recorded input'
      : `the code does not return for the recorded input: ${outcome.status}`;
  return { status: 'unverifiable', reason: 'truth-not-reproducible', detail };
}
