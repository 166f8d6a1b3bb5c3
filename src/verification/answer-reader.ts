import { extractAnswer } from '../answers/extract-answer.js';
import { extractCode } from '../answers/extract-code.js';
import type { ExtractedAnswer } from '../core/answer.js';
import type { Task } from '../core/task.js';
import type { UnverifiableVerdict } from '../core/verdict.js';
import { optionError } from '../errors/option-error.js';
import { runPatiently } from '../sandbox/run-patiently.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { unverifiableOutcome } from './unverifiable-outcome.js';

/**
 * Gets the answer to a task out of a reply. A reader that runs code may say that nobody knows what
 * the answer is, which is then the verdict.
 */
export type AnswerReader = (
  text: string,
  task: Task,
  context: { readonly sandbox: Sandbox; readonly signal?: AbortSignal | undefined },
) => ReadAnswer | Promise<ReadAnswer>;

/** What a reader got out of a reply. */
export type ReadAnswer = ExtractedAnswer | UnverifiableVerdict;

/** Reads the JSON object with the answer from the text (the default). */
export const readJsonAnswer: AnswerReader = (text, task) => extractAnswer(text, task.direction);

/**
 * Reads a reply that is code instead of reasoning (the paper's Table 3, query → code): runs the
 * code on the task's input, and what it returns is the answer. For output predictions.
 *
 * @throws TypeError for an input prediction, which code cannot answer.
 */
export const readCodeAnswer: AnswerReader = async (text, task, { sandbox, signal }) => {
  if (task.direction !== 'output') {
    throw optionError('readAnswer', 'a reader that can read predicted inputs', 'readCodeAnswer');
  }
  const code = extractCode(text);
  if (code === undefined) return { status: 'missing', reason: 'nothing-found' };
  const program = { ...task.function, code };
  const outcome = await runPatiently(sandbox, program, task.pair.input, { signal });
  const unverifiable = unverifiableOutcome(outcome, 'the code of the reply');
  if (unverifiable !== undefined) return unverifiable;
  return outcome.status === 'returned'
    ? { status: 'found', value: outcome.value }
    : { status: 'missing', reason: 'unreadable' };
};
