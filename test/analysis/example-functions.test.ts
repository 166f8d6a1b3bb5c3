import { expect, it } from 'vitest';
import { checkCode } from '../../src/analysis/check-code.js';
import { checkGenerator } from '../../src/analysis/check-generator.js';
import { type CodeFunction, readFunctions } from '../../src/index.js';
import { bundledFunctions } from '../support/bundled.js';

it('nothing is found in the functions of the examples, nor in their generators', async () => {
  const found: Record<string, unknown> = {};
  const functions: CodeFunction[] = [];
  for await (const fn of readFunctions(bundledFunctions)) {
    functions.push(fn);
    const { language, inputGenerator = '' } = fn;
    const problems = [...checkCode(fn), ...checkGenerator({ language, code: inputGenerator })];
    if (problems.length > 0) found[fn.entrypoint] = problems;
  }
  expect(found).toEqual({});
  expect(functions.length).toBeGreaterThan(80);
});
