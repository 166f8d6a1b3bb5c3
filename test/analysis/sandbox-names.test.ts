import { expect, it } from 'vitest';
import { refusedNames, sandboxNames } from '../../src/analysis/sandbox-names.js';
import { createInProcessSandbox, type Outcome } from '../../src/index.js';

async function run(body: string): Promise<Outcome> {
  await using sandbox = await createInProcessSandbox();
  // A program that mentions eval gets every part of the sandbox.
  const code = `/* eval */ function probe(input) { ${body} }`;
  const program = { language: 'javascript', code, entrypoint: 'probe' } as const;
  return sandbox.run(program, { names: [...refusedNames, ...sandboxNames] });
}

it('lists exactly the names that programs find in the sandbox', async () => {
  const outcome = await run('return Object.getOwnPropertyNames(globalThis).sort()');
  const names = [...sandboxNames, ...refusedNames, 'probe'].sort();
  expect(outcome).toMatchObject({ status: 'returned', value: names });
});

it('tells the names that refuse to be used from the others', async () => {
  const outcome = await run(`
    return input.names.filter((name) => {
      try {
        globalThis[name].probe;
        return false;
      } catch (error) {
        return error.message.endsWith('is not available in the sandbox');
      }
    });
  `);
  expect(outcome).toMatchObject({ status: 'returned', value: refusedNames });
});
