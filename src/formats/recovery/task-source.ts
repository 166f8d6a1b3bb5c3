import type { InputVariables } from '../../analysis/read-input-variables.js';
import { extractAnswer } from '../../answers/extract-answer.js';
import { type Language, languageSchema } from '../../core/code-function.js';
import type { JsonObject, JsonValue } from '../../core/json-value.js';
import type { Task } from '../../core/task.js';
import type { VerdictStatus } from '../../core/verdict.js';
import { createTasks } from '../../functions/create-tasks.js';
import { defineFunction } from '../../functions/define-function.js';
import { isJsonObject } from '../../values/is-json-object.js';
import { readVariables, suits } from './read-variables.js';
import type { RecoveredConversation } from './recovered-conversation.js';

/** What a conversation tells of the function and of the given side. */
export interface TaskSource {
  readonly conversation: RecoveredConversation;
  readonly code: string;
  readonly language: Language;
  readonly entrypoint: string;
  /** The given side as the prompt shows it. */
  readonly given: string;
  /** Absent when the code does not define the entry point where that can be seen. */
  readonly variables: InputVariables | undefined;
}

const publishedEntrypoint = 'main_solution';

/**
 * Gets out of a prompt what a task is made of, or says what is missing.
 *
 * @param name - The entry point, when it is known.
 */
export function readTaskSource(
  conversation: RecoveredConversation,
  name: string | undefined,
): TaskSource | { readonly problem: string } {
  const { code, given, language: told, entrypoint: shown } = conversation.task.parts;
  if (code === undefined || code.trim() === '') return { problem: 'the prompt shows no code' };
  if (given === undefined) return { problem: 'the prompt is of no form that tells what is given' };
  const language = languageSchema.safeParse(told).data;
  if (language === undefined) {
    return { problem: `the prompt shows code in ${told || 'a language that it does not name'}` };
  }
  const entrypoint = name ?? (shown || publishedEntrypoint);
  const variables = readVariables(code, language, entrypoint);
  return { conversation, code, language, entrypoint, given, variables };
}

/** Makes the task of a pair. */
export function makeTask(source: TaskSource, input: JsonObject, output: JsonValue): Task {
  const { conversation, code, language, entrypoint, variables } = source;
  const { direction, parts } = conversation.task;
  const names = Object.keys(input);
  const order = variables?.positional ?? [];
  // Python takes values by name.
  const isByPosition =
    language !== 'python' &&
    order.length === names.length &&
    order.every((name) => names.includes(name));
  const fn = defineFunction({
    ...{ language, code, entrypoint },
    ...(isByPosition && { parameters: order }),
    query: parts.query || `What does \`${entrypoint}\` return?`,
    ioDescription: parts.ioDescription ?? '',
  });
  return createTasks(fn, [{ input, output }], { directions: [direction] })[0] as Task;
}

/**
 * Finds the last input that was predicted and that the function can be called with.
 *
 * @param status - How its turn must have been judged; any way when absent.
 */
export function findPredictedInput(
  { turns }: RecoveredConversation,
  variables: InputVariables,
  status?: VerdictStatus,
): JsonObject | undefined {
  for (const { prediction, verdict } of turns.toReversed()) {
    if (status !== undefined && verdict.status !== status) continue;
    const answer = extractAnswer(prediction.text, 'input');
    if (answer.status !== 'found' || !isJsonObject(answer.value)) continue;
    if (suits(variables, Object.keys(answer.value))) return answer.value;
  }
  return undefined;
}
