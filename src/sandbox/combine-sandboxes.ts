import type { Language } from '../core/code-function.js';
import { optionError } from '../errors/option-error.js';
import type { Sandbox } from './sandbox.js';

/**
 * Makes one sandbox of several, each of which runs other languages: for runs over functions in
 * JavaScript and in Python. Closing it closes all of them.
 *
 * @example
 * ```ts
 * await using sandbox = combineSandboxes([createSandbox(), createPythonSandbox()]);
 * ```
 *
 * @throws TypeError when two of them run the same language.
 */
export function combineSandboxes(sandboxes: readonly Sandbox[]): Sandbox {
  const runners = new Map<Language, Sandbox>();
  for (const sandbox of sandboxes) {
    for (const language of sandbox.languages) {
      if (runners.has(language)) {
        throw optionError('sandboxes', `one sandbox for ${language}`, 'more than one');
      }
      runners.set(language, sandbox);
    }
  }
  const languages = [...runners.keys()];
  return {
    languages,
    settings: joinSettings(sandboxes),
    async run(program, input, options) {
      const runner = runners.get(program?.language);
      if (runner === undefined) {
        throw optionError('language', `one of ${languages.join(', ')}`, program?.language);
      }
      return runner.run(program, input, options);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(sandboxes.map((sandbox) => sandbox[Symbol.asyncDispose]()));
    },
  };
}

/** The settings of all, under the first language of each; absent when one of them is not known. */
function joinSettings(sandboxes: readonly Sandbox[]): Sandbox['settings'] {
  const joined: Record<string, string | number> = {};
  for (const { languages, settings } of sandboxes) {
    if (settings === undefined) return undefined;
    for (const [name, value] of Object.entries(settings)) joined[`${languages[0]}.${name}`] = value;
  }
  return joined;
}
