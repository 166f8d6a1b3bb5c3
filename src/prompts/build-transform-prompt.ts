import type { ChatMessage } from '../core/chat-message.js';
import type { Language } from '../core/code-function.js';
import { generatorNames } from '../core/generator-names.js';
import { languageNames } from '../core/language-names.js';
import type { RawCode } from '../core/raw-code.js';
import type { JsonLimits } from '../values/json-limits.js';
import { renderTemplate } from './prompt-template.js';
import type { TransformTemplate } from './transform-template.js';

/** How a model is asked to turn a raw source file into a function. */
export interface TransformPromptOptions {
  readonly template: TransformTemplate;
  /** The language of the function. */
  readonly language: Language;
  /** Python: modules outside of the standard library that programs may import. */
  readonly packages?: readonly string[] | undefined;
  /** Whether the model answers in structured output or writes sections. */
  readonly form: 'structured' | 'sections';
  /** What inputs and outputs may be. */
  readonly limits: JsonLimits;
}

/**
 * Makes the messages of a request to turn a raw source file into a function.
 *
 * @throws TypeError for a placeholder that does not exist.
 */
export function buildTransformPrompt(
  raw: RawCode,
  options: TransformPromptOptions,
): readonly ChatMessage[] {
  const { template, form, limits } = options;
  const shared = sharedValues(options);
  const values = {
    ...shared,
    raw: inFence(raw.text),
    file: raw.name === undefined ? 'a source file' : `the source file ${raw.name}`,
    answer: renderTemplate(template[form], shared),
    maxTextLength: String(limits.maxTextLength),
    maxContainerLength: String(limits.maxContainerLength),
    maxStringLength: String(limits.maxStringLength),
  };
  const request: ChatMessage = { role: 'user', content: renderTemplate(template.request, values) };
  if (template.system === undefined) return [request];
  return [{ role: 'system', content: renderTemplate(template.system, values) }, request];
}

/**
 * Makes the message that gives the problems of an answer back to the model.
 *
 * @param problems - One sentence each.
 */
export function buildRepairRequest(
  problems: readonly string[],
  options: Pick<TransformPromptOptions, 'template' | 'language' | 'packages'>,
): string {
  const list = problems.map((problem) => `- ${problem}`).join('\n');
  return renderTemplate(options.template.repair, { ...sharedValues(options), problems: list });
}

function sharedValues({
  language,
  packages = [],
}: Pick<TransformPromptOptions, 'language' | 'packages'>): Readonly<Record<string, string>> {
  return {
    language,
    languageName: languageNames[language],
    generator: generatorNames[language],
    modules: language === 'python' ? pythonModules(packages) : 'nothing',
  };
}

function pythonModules(packages: readonly string[]): string {
  if (packages.length === 0) return 'the standard library';
  const noun = packages.length === 1 ? 'package' : 'packages';
  return `the standard library and the ${noun} ${packages.join(', ')}`;
}

/** Puts text into a fence that nothing in it can close. */
function inFence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.trimEnd()}\n${fence}`;
}
