import type { Language } from '../core/code-function.js';
import type { Program } from '../sandbox/sandbox.js';

/** Makes the program that draws one input: `generate_input()` in Python, else `generateInput()`. */
export function generatorProgram(language: Language, code: string): Program {
  const entrypoint = language === 'python' ? 'generate_input' : 'generateInput';
  return { language, code, entrypoint, parameters: [] };
}
