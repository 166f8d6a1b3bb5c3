import type { Language } from './code-function.js';

/** The name that an input generator has in a language. */
export const generatorNames: Readonly<Record<Language, string>> = {
  javascript: 'generateInput',
  typescript: 'generateInput',
  python: 'generate_input',
};
