// Runs in the web page: makes all calls, over and over in one sandbox, and sends what became of them.
import { createInProcessSandbox, type Outcome } from 'codeio/sandbox';
import { calls, limits } from './calls.js';

/** What the page sends. */
export type PageReport =
  | { readonly rounds: readonly (readonly Outcome[])[]; readonly rejection: string }
  | { readonly failure: string };

const rounds = 2;

async function makeCalls(): Promise<PageReport> {
  const sandbox = await createInProcessSandbox(limits);
  const outcomes: Outcome[][] = [];
  for (let round = 0; round < rounds; round++) {
    const made: Outcome[] = [];
    for (const { program, input, options } of calls) {
      made.push(await sandbox.run(program, input, options));
    }
    outcomes.push(made);
  }
  await sandbox[Symbol.asyncDispose]();
  const [first] = calls;
  if (first === undefined) throw new Error('there are no calls');
  const rejection = await sandbox.run(first.program, first.input).then(
    () => 'none',
    (error: unknown) => String(error),
  );
  return { rounds: outcomes, rejection };
}

const report = await makeCalls().catch((error: unknown): PageReport => {
  return { failure: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) };
});
await fetch('/report', { method: 'POST', body: JSON.stringify(report) });
