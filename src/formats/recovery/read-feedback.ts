import type { Direction } from '../../core/task.js';
import type { VerdictStatus } from '../../core/verdict.js';

/** What a feedback text gives away about the verdict that it puts into words. */
export interface FeedbackMeaning {
  readonly status: VerdictStatus;
  /** What was predicted; absent when the text does not tell. */
  readonly direction?: Direction | undefined;
}

/** Reads a feedback text; undefined when it does not tell how the answer was judged. */
export type FeedbackReader = (feedback: string) => FeedbackMeaning | undefined;

type Beginning = readonly [text: string, status: VerdictStatus, direction?: Direction];

const beginnings: readonly Beginning[] = [
  // Those of `formatFeedback`.
  ['Correct: this is what', 'correct', 'output'],
  ['Correct: with this input', 'correct', 'input'],
  ['Wrong output.', 'mismatch', 'output'],
  // Those of the published data (`hkust-nlp/CodeIO`, `src/check_io_pred_acc_mp.py`).
  ['Correct output!', 'correct', 'output'],
  ['Feasible input!', 'correct', 'input'],
  ['[Mismatch] Your output', 'mismatch', 'output'],
  ['[Mismatch] Your input', 'mismatch', 'input'],
  ['Fail to extract a complete', 'no-answer'],
  ['The last json is not a dict', 'no-answer'],
  ["No field 'output'", 'no-answer', 'output'],
  ["No field 'input'", 'no-answer', 'input'],
  ['Code execution time exceeded', 'step-limit', 'input'],
  // The checker ended without a word: nobody knows why.
  ['An unknown error occurred', 'unverifiable', 'input'],
];

/** How the judgements of `formatFeedback` about a predicted input go on after its value. */
const endings: readonly (readonly [text: string, status: VerdictStatus])[] = [
  ['returns ', 'mismatch'],
  ['fails ', 'runtime-error'],
  ['was stopped ', 'step-limit'],
  ['runs out of memory', 'out-of-memory'],
];

const missingAnswer = /^No answer: .*?"(input|output)"/;
const invalidInput = /^The answer [\s\S]* is not a valid input: /;
const wrongInput = 'Wrong input. With ';

/**
 * Reads the feedback texts of `formatFeedback` and those of the published CodeI/O data, the
 * messages of exceptions excepted: those can be any text.
 */
export function readFeedback(feedback: string): FeedbackMeaning | undefined {
  if (feedback === 'Success') return { status: 'correct' };
  const beginning = beginnings.find(([text]) => feedback.startsWith(text));
  if (beginning !== undefined) return { status: beginning[1], direction: beginning[2] };
  const missing = missingAnswer.exec(feedback);
  if (missing !== null) return { status: 'no-answer', direction: missing[1] as Direction };
  if (invalidInput.test(feedback)) return { status: 'invalid-input', direction: 'input' };
  if (!feedback.startsWith(wrongInput)) return undefined;
  const rest = afterValue(feedback.slice(wrongInput.length));
  const ending = endings.find(([text]) => rest?.startsWith(text));
  return ending && { status: ending[1], direction: 'input' };
}

const judgement = ' the code ';
/** The end of a value that was too long to be quoted whole: its quotes may not match. */
const shortened = / \((\d+) characters\) the code /;

/** Passes over a value and the words after it. They may stand in the value's strings, too. */
function afterValue(text: string): string | undefined {
  const cut = shortened.exec(text);
  if (cut !== null && Number(cut[1]) > cut.index) return text.slice(cut.index + cut[0].length);
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (depth === 0 && text.startsWith(judgement, index)) {
      return text.slice(index + judgement.length);
    }
  }
  return undefined;
}
