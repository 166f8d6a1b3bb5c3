import { extractAnswer } from '../answers/extract-answer.js';
import { extractCode } from '../answers/extract-code.js';
import type { ExtractedAnswer } from '../core/answer.js';
import type { Task } from '../core/task.js';
import { optionError } from '../errors/option-error.js';
import type { Sandbox } from '../sandbox/sandbox.js';

/** Gets the answer to a task out of a reply. */
export type AnswerReader = (
  text: string,
  task: Task,
  context: { readonly sandbox: Sandbox; readonly signal?: AbortSignal | undefined },
) => ExtractedAnswer | Promise<ExtractedAnswer>;

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
  const outcome = await sandbox.run({ ...task.function, code }, task.pair.input, { signal });
  return outcome.status === 'returned'
    ? { status: 'found', value: outcome.value }
    : { status: 'missing', reason: 'unreadable' };
};
