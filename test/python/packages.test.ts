import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome, Sandbox } from '../../src/index.js';
import { createPythonSandbox } from '../../src/python/index.js';

/** Holds pyodide 0.27.7 in `node_modules` and numpy for it in `site-packages`. */
const older = process.env.CODEIO_NUMPY;

const runIn = (sandbox: Sandbox, code: string, seed = 0): Promise<Outcome> =>
  sandbox.run({ language: 'python', code, entrypoint: 'main_solution' }, {}, { seed });

describe('packages in Python alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'codeio-packages-'));
  let sandbox: Sandbox;
  beforeAll(async () => {
    await mkdir(join(folder, 'shapes', 'tests'), { recursive: true });
    await writeFile(
      join(folder, 'shapes', '__init__.py'),
      'from .square import area\ncalls = []\n',
    );
    await writeFile(join(folder, 'shapes', 'square.py'), 'def area(n):\n    return n * n\n');
    await writeFile(join(folder, 'shapes', 'tests', '__init__.py'), 'raise ValueError\n');
    await writeFile(join(folder, 'broken.py'), 'import nothing_of_this_name\n');
    sandbox = createPythonSandbox({ workers: 1, packageFolders: [folder], cacheFolder: folder });
  });
  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('can be imported, whichever way strings are hashed', async () => {
    const code = 'import shapes\ndef main_solution():\n    return shapes.area(3)';
    for (const seed of [0, 1]) {
      expect(await runIn(sandbox, code, seed)).toMatchObject({ status: 'returned', value: 9 });
    }
  });

  it('are as new in every call', async () => {
    const code =
      'import shapes\ndef main_solution():\n    shapes.calls.append(1)\n    return len(shapes.calls)';
    for (let call = 0; call < 5; call++) {
      expect(await runIn(sandbox, code)).toMatchObject({ value: 1 });
    }
  });

  it('do not stand in the way when they cannot be imported', async () => {
    const code = 'import broken\ndef main_solution():\n    return 1';
    expect(await runIn(sandbox, code)).toMatchObject({
      error: { name: 'ModuleNotFoundError', missingModule: 'nothing_of_this_name' },
    });
  });

  it('are part of what decides outcomes', () => {
    const { settings } = createPythonSandbox({ cacheFolder: false });
    expect(sandbox.settings).toMatchObject({ packages: expect.any(String), ...settings });
    expect(settings).not.toHaveProperty('packages');
  });

  it('have to be folders', () => {
    expect(() => createPythonSandbox({ packageFolders: [join(folder, 'none')] })).toThrow(
      /^packageFolders must be folders that exist, got /,
    );
  });
});

describe.skipIf(older === undefined)('numpy, with an older pyodide (CODEIO_NUMPY)', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = createPythonSandbox({
      workers: 1,
      pyodideFolder: join(older ?? '', 'node_modules', 'pyodide'),
      packageFolders: [join(older ?? '', 'site-packages')],
    });
    await runIn(sandbox, '');
  }, 120_000);
  afterAll(() => sandbox[Symbol.asyncDispose]());

  const returns = async (body: string, seed = 0): Promise<unknown> => {
    const code = `import numpy as np\ndef main_solution():\n    ${body.replaceAll('\n', '\n    ')}`;
    const outcome = await runIn(sandbox, code, seed);
    return outcome.status === 'returned' ? outcome.value : outcome;
  };

  it.each([
    [
      'arrays',
      'return (np.arange(6).reshape(2, 3) * 2).tolist()',
      [
        [0, 2, 4],
        [6, 8, 10],
      ],
    ],
    ['linear algebra', 'return round(float(np.linalg.det(np.array([[1, 2], [3, 4]]))), 6)', -2],
    [
      'Fourier transforms',
      'return np.abs(np.fft.fft([1, 1])).round().astype(int).tolist()',
      [2, 0],
    ],
    ['strings', "return np.array(['b', 'a']).tolist()", ['b', 'a']],
    ['masked arrays', 'return int(np.ma.array([1, 2], mask=[0, 1]).sum())', 1],
  ])('has %s, whichever way strings are hashed', async (_, body, expected) => {
    for (const seed of [0, 1]) {
      const value = await returns(body, seed);
      expect(JSON.parse(JSON.stringify(value), plainNumber)).toEqual(expected);
    }
  });

  it('draws what the seed says', async () => {
    const body =
      'return [float(np.random.rand()), np.random.randint(0, 99, 3).tolist(), float(np.random.default_rng().random())]';
    const first = await returns(body, 4);
    await returns('np.random.seed(1)\nreturn 0', 4);
    expect(await returns(body, 4)).toEqual(first);
    expect(await returns(body, 6)).not.toEqual(first);
  });

  it('says what it cannot write', async () => {
    expect(await returns('return np.int64(1)')).toMatchObject({
      status: 'unserializable',
      reason: expect.stringContaining('int64'),
    });
  });

  it('keeps its errors', async () => {
    expect(await returns('return np.zeros(2).reshape(3)')).toMatchObject({
      status: 'threw',
      error: {
        name: 'ValueError',
        message: 'cannot reshape array of size 2 into shape (3,)',
        line: 3,
      },
    });
  });

  it('holds arrays to the limit of memory', async () => {
    expect(await returns('return np.ones(10 ** 8).sum()')).toEqual({ status: 'out-of-memory' });
    expect(await returns('return int(np.ones(10).sum())')).toBe(10);
  });

  it('is of no help to get out', async () => {
    const attempts = [
      "return np.fromfile('/etc/passwd', dtype=np.uint8).tolist()",
      "np.zeros(3).tofile('/tmp/out')\nreturn 1",
      "return np.loadtxt('http://127.0.0.1:1/').tolist()",
      "return np.ctypeslib.load_library('libc', '/').getpid()",
    ];
    for (const attempt of attempts)
      expect(await returns(attempt)).toMatchObject({ status: 'threw' });
  });
});

function plainNumber(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'text' in value
    ? Number(value.text)
    : value;
}
