import type { MissingAnswerReason } from '../core/answer.js';
import type { Turn } from '../core/conversation.js';
import type { JsonValue } from '../core/json-value.js';
import type { Direction, Task } from '../core/task.js';
import type { Verdict } from '../core/verdict.js';
import { optionError } from '../errors/option-error.js';
import { isEqual } from '../values/is-equal.js';
import { stringifyJson } from '../values/stringify-json.js';

/** What feedback may tell. */
export interface FormatFeedbackOptions {
  /**
   * Whether the feedback to a wrong output says the right one.
   * @defaultValue false
   */
  readonly revealTruth?: boolean | undefined;
  /**
   * Longest value that is quoted whole, in characters.
   * @defaultValue 300
   */
  readonly maxValueLength?: number | undefined;
}

/** Puts a verdict into words for the model. `formatFeedback` is one; write your own to replace it. */
export type FeedbackFormatter = (task: Task, verdict: Verdict, history: readonly Turn[]) => string;

/**
 * Puts a verdict into words for the model: the kind of mistake, the concrete values, and for an
 * input prediction what the code really returned. Does not tell the wanted output of an output
 * task unless asked to. Says when a wrong answer repeats an earlier one.
 *
 * @param history - The turns before this one.
 * @throws TypeError for an `unverifiable` verdict, which is nobody's mistake and no feedback.
 */
export function formatFeedback(
  task: Task,
  verdict: Verdict,
  history: readonly Turn[] = [],
  options: FormatFeedbackOptions = {},
): string {
  const { revealTruth = false, maxValueLength = 300 } = options;
  const show = (value: JsonValue): string => shorten(value, maxValueLength);
  const judgement = judge(task, verdict, show);
  const truth =
    revealTruth && task.direction === 'output' && verdict.status === 'mismatch'
      ? ` The right output is ${show(task.pair.output)}.`
      : '';
  return judgement + truth + repetition(verdict, history);
}

function judge(task: Task, verdict: Verdict, show: (value: JsonValue) => string): string {
  const { input, output } = task.pair;
  switch (verdict.status) {
    case 'correct':
      return task.direction === 'output'
        ? 'Correct: this is what the code returns.'
        : 'Correct: with this input the code returns the wanted output.';
    case 'mismatch':
      if (task.direction === 'output') {
        return `Wrong output. For the input ${show(input)} the code does not return ${show(verdict.predicted)}.`;
      }
      return verdict.computed === undefined
        ? `Wrong input. With ${show(verdict.predicted)} the code returns something else than the wanted output ${show(output)}.`
        : `Wrong input. With ${show(verdict.predicted)} the code returns ${show(verdict.computed)}, but the wanted output is ${show(output)}.`;
    case 'no-answer':
      return missingAnswer[verdict.reason](task.direction);
    case 'invalid-input':
      return `The answer ${show(verdict.predicted)} is not a valid input: ${verdict.problems.join('; ')}.`;
    case 'runtime-error': {
      const { name, message, line } = verdict.error;
      const place = line === undefined ? '' : ` in line ${line}`;
      return `Wrong input. With ${show(verdict.predicted)} the code fails${place} with ${name}: ${message}.`;
    }
    case 'step-limit':
      return `Wrong input. With ${show(verdict.predicted)} the code was stopped because it does not come to an end in a reasonable number of steps.`;
    case 'out-of-memory':
      return `Wrong input. With ${show(verdict.predicted)} the code runs out of memory.`;
    case 'unverifiable':
      throw optionError('verdict', 'a verdict about the prediction', verdict.status);
  }
}

const missingAnswer: Readonly<Record<MissingAnswerReason, (key: Direction) => string>> = {
  'nothing-found': (key) => `No answer: there is no JSON object of the form {"${key}": …}.`,
  'key-missing': (key) => `No answer: no JSON object in the reply has the key "${key}".`,
  unreadable: (key) => `No answer: the object with the key "${key}" is not valid JSON.`,
  'cut-off': (key) => `No answer: the object with the key "${key}" breaks off before its end.`,
};

function repetition(verdict: Verdict, history: readonly Turn[]): string {
  const predicted = predictedValue(verdict);
  if (verdict.status === 'correct' || predicted === undefined) return '';
  const earlier = history.findIndex((turn) => {
    const value = predictedValue(turn.verdict);
    return value !== undefined && isEqual(value, predicted, { mode: 'strict' });
  });
  return earlier < 0 ? '' : ` This is the same answer as in attempt ${earlier + 1}.`;
}

function predictedValue(verdict: Verdict): JsonValue | undefined {
  return 'predicted' in verdict ? verdict.predicted : undefined;
}

function shorten(value: JsonValue, maxLength: number): string {
  const text = stringifyJson(value, { spaced: true });
  if (text.length <= maxLength) return text;
  const half = Math.floor(maxLength / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)} (${text.length} characters)`;
}
