import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { Prediction } from '../core/prediction.js';
import type { Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import { optionError } from '../errors/option-error.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { type EqualityOptions, isEqual } from '../values/is-equal.js';
import { type AnswerReader, readJsonAnswer } from './answer-reader.js';
import { checkTruth } from './check-truth.js';
import { defaultInputCheck, type InputCheck, inputProblems } from './input-problems.js';
import { unverifiableOutcome } from './unverifiable-outcome.js';

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
   * What a predicted input must fit before it is tried. A degenerate input, such as an empty list
   * where the schema wants entries, is then `invalid-input` however the code takes it.
   * @defaultValue 'schema' for a schema that was given, 'names' for one that was inferred
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

/**
 * Judges a prediction. An output prediction is compared with the truth; an input prediction is run,
 * and its output compared: any input that leads to the wanted output is correct.
 *
 * Resolves for whatever the model wrote and the code does. Trouble of the sandbox, a module that it
 * lacks, or a recorded pair that cannot be reproduced gives `unverifiable`, never a wrong mark.
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
  if (answer.status === 'unverifiable') return answer;
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
    task.pair.input,
    predicted,
    options.inputCheck ?? defaultInputCheck(task.function),
  );
  if (problems.length > 0) return { status: 'invalid-input', predicted, problems };
  const input = predicted as JsonObject;
  const outcome = await runPatiently(options.sandbox, task.function, input, {
    signal: options.signal,
  });
  const unverifiable = unverifiableOutcome(outcome, 'the call');
  if (unverifiable !== undefined) return unverifiable;
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
    default:
      // Whatever it returned, it was not the wanted output, which is neither.
      return { status: 'mismatch', predicted };
  }
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
  return (await checkTruth(task, options)) ?? verdict;
}
