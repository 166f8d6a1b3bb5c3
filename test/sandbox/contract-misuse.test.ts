import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type JsonObject,
  type Program,
  type Sandbox,
  SandboxClosedError,
} from '../../src/index.js';
import { variants } from './support/variants.js';

const program: Program = {
  language: 'javascript',
  code: 'const main = () => 1',
  entrypoint: 'main',
};

describe.each(variants)('misuse of %s', (_, create) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await create();
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  it('names the option, what was expected and what came', async () => {
    await expect(sandbox.run({ ...program, entrypoint: '1+1' }, {})).rejects.toThrow(
      'entrypoint must be the name of a function, got "1+1"',
    );
    await expect(sandbox.run({ ...program, language: 'python' }, {})).rejects.toThrow(
      /^language must be .*, got "python"$/,
    );
    await expect(sandbox.run(program, [] as unknown as JsonObject)).rejects.toThrow(
      /^input must be an object/,
    );
  });

  it('rejects with the reason of an aborted signal', async () => {
    await expect(
      sandbox.run(program, {}, { signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
  });
});

describe.each(variants)('a closed %s', (_, create) => {
  it('rejects', async () => {
    const sandbox = await create();
    await sandbox[Symbol.asyncDispose]();
    await expect(sandbox.run(program, {})).rejects.toThrow(SandboxClosedError);
  });
});
