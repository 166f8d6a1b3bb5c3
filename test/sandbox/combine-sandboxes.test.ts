import { describe, expect, it } from 'vitest';
import { combineSandboxes, createInProcessSandbox, type Sandbox } from '../../src/index.js';

const python = (closed: string[] = []): Sandbox => ({
  languages: ['python'],
  settings: { interpreter: 'a stub', maxSteps: 1 },
  run: async ({ code }) => ({ status: 'returned', value: code, steps: 0, logs: [] }),
  async [Symbol.asyncDispose]() {
    closed.push('python');
  },
});

describe('combineSandboxes', () => {
  it('runs each program where its language runs', async () => {
    await using sandbox = combineSandboxes([await createInProcessSandbox(), python()]);
    expect(sandbox.languages).toEqual(['javascript', 'typescript', 'python']);
    const outcomes = await Promise.all([
      sandbox.run({ language: 'javascript', code: 'const f = () => 1', entrypoint: 'f' }, {}),
      sandbox.run({ language: 'python', code: 'here', entrypoint: 'f' }, {}),
    ]);
    expect(outcomes).toMatchObject([{ value: 1 }, { value: 'here' }]);
  });

  it('names the settings of all', async () => {
    await using sandbox = combineSandboxes([await createInProcessSandbox(), python()]);
    expect(sandbox.settings).toMatchObject({
      'javascript.maxSteps': 10_000,
      'python.interpreter': 'a stub',
    });
  });

  it('has no settings when those of one are not known', () => {
    const { settings: _, ...silent } = python();
    expect(combineSandboxes([silent]).settings).toBeUndefined();
  });

  it('closes all', async () => {
    const closed: string[] = [];
    await combineSandboxes([python(closed)])[Symbol.asyncDispose]();
    expect(closed).toEqual(['python']);
  });

  it('refuses two for one language, and programs in a language that none runs', async () => {
    expect(() => combineSandboxes([python(), python()])).toThrow(
      /^sandboxes must be one sandbox for python/,
    );
    const program = { language: 'javascript', code: '', entrypoint: 'f' } as const;
    await expect(combineSandboxes([python()]).run(program, {})).rejects.toThrow(
      'language must be one of python, got "javascript"',
    );
  });
});
