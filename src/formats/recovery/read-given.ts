import type { JsonValue } from '../../core/json-value.js';
import { isEqual } from '../../values/is-equal.js';
import { parseJson } from '../../values/parse-json.js';
import { parsePythonLiteral } from '../../values/python-literals/parse-python-literal.js';
import { type CarriedPython, pythonToJson } from '../../values/python-literals/python-to-json.js';

/** Reads the given side of a prompt: JSON, or what Python prints, as `json.dumps` would write it. */
export function readGiven(text: string): CarriedPython {
  try {
    return { status: 'carried', value: parseJson(text) };
  } catch {
    return readPrinted(text);
  }
}

function readPrinted(text: string): CarriedPython {
  try {
    return pythonToJson(parsePythonLiteral(text));
  } catch (error) {
    return { status: 'refused', path: '', reason: (error as SyntaxError).message };
  }
}

/**
 * Reads a given output. Python prints a text without quotes, so that `1010` may be a number or a
 * text.
 *
 * @param feedbacks - Those of the conversation: published ones may quote the output as JSON.
 * @returns All that it may mean, the likeliest first.
 */
export function readGivenOutput(
  text: string,
  feedbacks: readonly string[],
): readonly [JsonValue, ...JsonValue[]] {
  const read = readGiven(text);
  if (read.status === 'refused') return [text];
  for (const told of feedbacks.map(readQuotedOutput)) {
    if (told === undefined) continue;
    if (told === text) return [text];
    if (isEqual(told, read.value, { mode: 'strict' })) return [read.value];
  }
  return [read.value, text];
}

const beforeQuote = 'Given the output ';
const afterQuote = ', your ';
/** A quoted text may hold the words that follow it, but hardly more often. */
const maximumEnds = 8;

/** Finds the output that a feedback quotes; `undefined` when there is none. */
function readQuotedOutput(feedback: string): JsonValue | undefined {
  const found = feedback.indexOf(beforeQuote);
  const start = found + beforeQuote.length;
  let end = found < 0 ? -1 : feedback.indexOf(afterQuote, start);
  for (let tried = 0; end >= 0 && tried < maximumEnds; tried++) {
    try {
      return parseJson(feedback.slice(start, end));
    } catch {
      end = feedback.indexOf(afterQuote, end + 1);
    }
  }
  return undefined;
}
