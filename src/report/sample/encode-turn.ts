import type { Turn } from '../../core/conversation.js';
import type { JsonValue } from '../../core/json-value.js';
import type { Task } from '../../core/task.js';
import type { Verdict } from '../../core/verdict.js';
import { compareValues } from './compare-values.js';
import { printValue } from './print-value.js';
import type { Difference, DifferenceLine, SampleTurn } from './sample-data.js';
import { shortenName, shortenText } from './shorten-text.js';

/** Longest printed value, in characters. */
const longestValue = 6000;

/** Prints a value for the browser. */
export function showValue(value: JsonValue): string {
  return shortenText(printValue(value), longestValue);
}

/** Makes an attempt as the browser shows it. */
export function encodeTurn(task: Task, turn: Turn): SampleTurn {
  const { prediction, verdict, feedback } = turn;
  const difference = differenceOf(task, verdict);
  return {
    text: shortenText(prediction.text),
    reasoning: prediction.reasoning ? shortenText(prediction.reasoning) : undefined,
    modelId: shortenName(prediction.modelId),
    outputTokens: prediction.usage.outputTokens,
    status: verdict.status,
    predicted:
      'predicted' in verdict && difference?.of !== 'predicted'
        ? showValue(verdict.predicted)
        : undefined,
    problems: problemsOf(verdict),
    difference,
    feedback: feedback === undefined ? undefined : shortenText(feedback),
  };
}

function differenceOf({ direction, pair }: Task, verdict: Verdict): Difference | undefined {
  if (verdict.status !== 'mismatch') return undefined;
  const of = direction === 'output' ? 'predicted' : 'computed';
  const value = verdict[of];
  if (value === undefined) return undefined;
  return { of, lines: compareValues(value, pair.output).map(shortenLine) };
}

function shortenLine(line: DifferenceLine): DifferenceLine {
  if ('leftOut' in line) return line;
  const { indent, parts } = line;
  return { indent, parts: parts.map(([mark, text]) => [mark, shortenText(text, 600)]) };
}

function problemsOf(verdict: Verdict): readonly string[] | undefined {
  switch (verdict.status) {
    case 'invalid-input':
      return verdict.problems.slice(0, 20).map((problem) => shortenText(problem, 600));
    case 'runtime-error': {
      const { name, message, line } = verdict.error;
      const place = line === undefined ? '' : ` (line ${line})`;
      return [shortenText(`${name}: ${message}${place}`, 2000)];
    }
    case 'unverifiable':
      return [`${verdict.reason}: ${shortenText(verdict.detail, 2000)}`];
    case 'no-answer':
      return [noAnswer[verdict.reason]];
    default:
      return undefined;
  }
}

const noAnswer = {
  'nothing-found': 'The reply holds nothing that looks like an answer.',
  'key-missing': 'There are JSON objects, but none with the key that was asked for.',
  unreadable: 'The value of the answer cannot be read.',
  'cut-off': 'The reply ends in the middle of the answer.',
} as const;
