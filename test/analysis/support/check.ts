import { checkCode } from '../../../src/analysis/check-code.js';
import type { CodeProblem } from '../../../src/core/code-problem.js';

/** The problems of a program whose entry point is `main`. */
export function check(code: string, parameters?: readonly string[]): readonly CodeProblem[] {
  return checkCode({ language: 'javascript', code, entrypoint: 'main', parameters });
}

/** The problems of an expression in line 2. */
export function problemsOf(expression: string): readonly string[] {
  const code = `function main(input) {\n  return [input, ${expression}];\n}`;
  return check(code).map(({ kind, message }) => `${kind}: ${message}`);
}

/** The problems of statements in line 2, before the function. */
export function kindsOf(statements: string): readonly string[] {
  return check(`\n${statements}\nfunction main(input) { return input }`).map(({ kind }) => kind);
}
