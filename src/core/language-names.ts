import type { Language } from './code-function.js';

/** The names of the languages in prose. */
export const languageNames: Readonly<Record<Language, string>> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  python: 'Python',
};
