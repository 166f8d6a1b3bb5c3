import type { ChatMessage } from '../core/chat-message.js';
import { languageNames } from '../core/language-names.js';
import type { Task } from '../core/task.js';
import { stringifyJson } from '../values/stringify-json.js';
import { type PromptTemplate, renderTemplate } from './prompt-template.js';
import { promptTemplates } from './prompt-templates.js';

/** Makes the messages of a task in any way you like. */
export type PromptBuilder = (task: Task) => readonly ChatMessage[];

/** How a task is put into words. */
export interface BuildPromptOptions {
  /**
   * The texts, or a function that makes the messages itself.
   * @defaultValue `promptTemplates.queryAndCode`, or `promptTemplates.query` for tasks without code
   */
  readonly template?: PromptTemplate | PromptBuilder | undefined;
}

/**
 * Turns a task into the messages for a model. Values are shown as JSON, numbers exactly as they
 * were read.
 *
 * @throws TypeError for a placeholder that does not exist.
 */
export function buildPrompt(task: Task, options: BuildPromptOptions = {}): readonly ChatMessage[] {
  const template =
    options.template ?? (task.includeCode ? promptTemplates.queryAndCode : promptTemplates.query);
  if (typeof template === 'function') return template(task);
  const user = renderTemplate(template[task.direction], placeholderValues(task));
  const messages: ChatMessage[] = [{ role: 'user', content: user }];
  if (template.system !== undefined) {
    messages.unshift({
      role: 'system',
      content: renderTemplate(template.system, placeholderValues(task)),
    });
  }
  return messages;
}

function placeholderValues(task: Task): Readonly<Record<string, string>> {
  const { query, ioDescription, code, language, entrypoint } = task.function;
  const shared = {
    query,
    ioDescription,
    code: code.trim(),
    language,
    languageName: languageNames[language],
    entrypoint,
  };
  const { input, output } = task.pair;
  if (task.direction === 'output') {
    return { ...shared, input: stringifyJson(input, { spaced: true }) };
  }
  const variables = task.function.parameters ?? Object.keys(input);
  const fields = variables.map((name) => `${JSON.stringify(name)}: <${name}>`);
  return {
    ...shared,
    output: stringifyJson(output, { spaced: true }),
    inputForm: `{"input": {${fields.join(', ')}}}`,
  };
}
