import { describe, expect, it } from 'vitest';
import { type JsonObject, type Program, SandboxClosedError } from '../../src/index.js';
import { openSandbox } from './support/contract-calls.js';
import { allVariants, type Variant } from './support/variants.js';

const programOf = ({ language, programs }: Variant): Program => ({
  language,
  code: programs.expression('1'),
  entrypoint: 'main',
});

describe.each([...allVariants])('misuse of $name', (variant) => {
  const { sandbox } = openSandbox(variant);
  const program = programOf(variant);
  const run = (changes: Partial<Record<keyof Program, unknown>>, input: unknown = {}) =>
    sandbox().run({ ...program, ...changes } as Program, input as JsonObject);

  it('names the option, what was expected and what came', async () => {
    const other = variant.language === 'python' ? 'javascript' : 'python';
    await expect(run({ entrypoint: '1+1' })).rejects.toThrow(
      'entrypoint must be the name of a function, got "1+1"',
    );
    await expect(run({ language: other })).rejects.toThrow(
      new RegExp(`^language must be .*, got "${other}"$`),
    );
    await expect(run({}, [])).rejects.toThrow(/^input must be an object/);
    await expect(sandbox().run(null as unknown as Program, {})).rejects.toThrow(
      /^program must be an object/,
    );
  });

  it.each([
    ['code', 5],
    ['code', undefined],
    ['entrypoint', ''],
    ['entrypoint', 'a..b'],
    ['entrypoint', 'main()'],
    ['language', 'ruby'],
  ] as const)('is a TypeError: %s %j', async (field, wrong) => {
    await expect(run({ [field]: wrong })).rejects.toThrow(TypeError);
  });

  it('rejects with the reason of an aborted signal', async () => {
    await expect(
      sandbox().run(program, {}, { signal: AbortSignal.abort(new Error('stop')) }),
    ).rejects.toThrow('stop');
  });

  it('does not keep it from going on', async () => {
    expect(await run({})).toMatchObject({ status: 'returned', value: 1 });
  });
});

describe.each([...allVariants])('a closed $name', (variant) => {
  it('rejects', async () => {
    const sandbox = await variant.create();
    await sandbox[Symbol.asyncDispose]();
    await expect(sandbox.run(programOf(variant), {})).rejects.toThrow(SandboxClosedError);
  });

  it('can be closed once more', async () => {
    const sandbox = await variant.create();
    await Promise.all([sandbox[Symbol.asyncDispose](), sandbox[Symbol.asyncDispose]()]);
    await sandbox[Symbol.asyncDispose]();
  });
});
