import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, transformCode } from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';
import { createSimulatedModel } from '../../src/testing/index.js';
import type { ServedMessage } from '../support/openai-server.js';
import { contentOf, type Draft, raw, serve, structured } from './support/drafts.js';
import {
  goodPython,
  inPythonSections,
  networkedPython,
  numericPython,
} from './support/python-drafts.js';

const language = 'python';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createPythonSandbox({ workers: 1, maxSteps: 200 });
  // The first call may have to set the interpreter up.
  await sandbox.run({ language, code: 'def main(): return 1', entrypoint: 'main' }, {});
});
afterAll(() => sandbox[Symbol.asyncDispose]());

describe('transformCode into Python', () => {
  it('asks for Python, tries it out, and returns the function with its pairs', async () => {
    await using served = await serve({ text: structured(goodPython) });
    const result = await transformCode(raw, { model: served.model, sandbox, language });
    if (result.status !== 'accepted') throw new Error(JSON.stringify(result.problems));
    expect(result.function).toMatchObject({
      ...{ language, entrypoint: 'board', parameters: ['cars', 'load'] },
      ...{ code: `${goodPython.code}\n`, inputGenerator: `${goodPython.inputGenerator}\n` },
    });
    expect(result.pairs).toHaveLength(10);
    for (const { input, output } of result.pairs) {
      expect(Object.keys(input)).toEqual(['cars', 'load']);
      expect(output).toMatchObject({ left: expect.anything() });
    }
    const [request] = served.server.requests;
    expect(JSON.stringify(request)).toContain('the program with generate_input(), without a fence');
    const prompt = contentOf(request?.messages[0] as ServedMessage);
    expect(prompt).toContain('one pure Python function');
    expect(JSON.stringify(request)).not.toMatch(/generateInput|Math\.random|JavaScript/);
  });

  it('gives the same pairs for the same reply and seed', async () => {
    const model = createSimulatedModel({ respond: () => inPythonSections(goodPython) });
    const collect = async (pairSeed?: number) => {
      const result = await transformCode(raw, { model, sandbox, language, pairSeed });
      return result.status === 'accepted' && result.pairs;
    };
    expect(await collect()).toEqual(await collect(0));
    expect(await collect(1)).not.toEqual(await collect());
  });

  it('gives a forbidden import back to the model, and takes its repair', async () => {
    const replies = [networkedPython, goodPython].map((draft) => ({
      text: inPythonSections(draft),
    }));
    await using served = await serve(...replies);
    const { model } = served;
    const result = await transformCode(raw, { model, sandbox, language, form: 'sections' });
    expect(result).toMatchObject({
      status: 'accepted',
      attempts: [{ problems: [{ kind: 'network' }] }, { problems: [] }],
    });
    const request = contentOf(served.server.requests[1]?.messages[2] as ServedMessage);
    expect(request).toContain('- The code loads a module for the network: requests in line 1.\n');
  });

  it('rejects what needs a package, unless that may be loaded', async () => {
    const model = createSimulatedModel({ respond: () => inPythonSections(numericPython) });
    const options = { model, sandbox, language, maxTurns: 1 } as const;
    expect(await transformCode(raw, options)).toMatchObject({
      problems: [{ kind: 'import', message: expect.stringContaining('numpy in line 1') }],
    });
    // The sandbox does not have it: that is found when the function is tried out.
    expect(await transformCode(raw, { ...options, packages: ['numpy'] })).toMatchObject({
      status: 'rejected',
      problems: [{ kind: 'import', message: expect.stringContaining('`numpy`') }],
    });
  });

  it('tells the model which packages may be loaded', async () => {
    await using served = await serve({ text: '## Not suitable\nnothing' });
    const { model } = served;
    await transformCode(raw, { model, sandbox, language, packages: ['numpy'] });
    const prompt = contentOf(served.server.requests[0]?.messages[0] as ServedMessage);
    expect(prompt).toContain('imports nothing but the standard library and the package numpy.');
  });

  it.each([
    ['syntax', { code: 'def board(cars, load:\n    return cars' }],
    ['entrypoint-missing', { entrypoint: 'board_all' }],
    [
      'unused-parameter',
      { code: 'def board(cars, load): return {"boarded": sum(cars), "left": 1}' },
    ],
    [
      'randomness',
      { code: 'import random\ndef board(cars, load): return [cars, load, random.random()]' },
    ],
    [
      'module-state',
      { code: 'seen = []\ndef board(cars, load):\n    seen.append(load)\n    return [cars, seen]' },
    ],
    ['not-random', { inputGenerator: 'def generate_input(): return {"cars": [1], "load": 2}' }],
    ['too-few-pairs', { code: 'def board(cars, load): return {"boarded": cars[load], "left": 0}' }],
    [
      'generator-unfit',
      { inputGenerator: 'import random\ndef generate_input(): return {"cars": [random.random()]}' },
    ],
    [
      'too-few-pairs',
      {
        code: 'def board(cars, load): return [list({str(c): 1 for c in cars}.items()), hash(str(load))]',
      },
    ],
  ] as const)('rejects for %s', async (kind, change) => {
    const model = createSimulatedModel({
      respond: () => structured({ ...goodPython, ...change } as Draft),
    });
    const result = await transformCode(raw, { model, sandbox, language, maxTurns: 1 });
    expect(result.status).toBe('rejected');
    expect(result.attempts.at(-1)?.problems.map((problem) => problem.kind)).toContain(kind);
  });

  it.each([
    [{ language: 'javascript' }, "language must be one that the sandbox runs ('python')"],
    [{ language, packages: ['a b'] }, 'packages must be a list of names of modules'],
    [{ language, packages: 'numpy' }, 'packages must be a list of names of modules'],
  ])('refuses %j', async (options, message) => {
    const model = createSimulatedModel({ respond: () => '' });
    // @ts-expect-error Some of these are what a user without types may pass.
    await expect(transformCode(raw, { model, sandbox, ...options })).rejects.toThrow(message);
  });
});
