import type { Language } from '../core/code-function.js';
import { generatorNames } from '../core/generator-names.js';
import type { Program } from '../sandbox/sandbox.js';

/** Makes the program that draws one input: `generate_input()` in Python, else `generateInput()`. */
export function generatorProgram(language: Language, code: string): Program {
  return { language, code, entrypoint: generatorNames[language], parameters: [] };
}
