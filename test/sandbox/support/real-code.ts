import { createInProcessSandbox, type JsonObject, type Language } from '../../../src/index.js';

const sandbox = await createInProcessSandbox({ maxSteps: 2000 });

/** What `main` of a program returns, or the error that it throws, as `Name: message (line n)`. */
export async function runMain(
  language: Language,
  code: string,
  input: JsonObject = {},
): Promise<unknown> {
  const outcome = await sandbox.run({ language, code, entrypoint: 'main' }, input);
  if (outcome.status === 'returned') return outcome.value;
  if (outcome.status !== 'threw') return outcome;
  const { name, message, line } = outcome.error;
  return `${name}: ${message}${line === undefined ? '' : ` (line ${line})`}`;
}

/** The value of a JavaScript expression, which may await. */
export const evaluate = (expression: string): Promise<unknown> =>
  runMain('javascript', `async function main() { return ${expression}; }`);
