import { spawnSync } from 'node:child_process';
import { createInProcessSandbox } from 'codeio';
import type { Check } from './functions.js';
import { type MakeCheck, measure, median, medianRatio, oneByOne } from './measure.js';
import { sandboxChecks } from './sandbox-checks.js';
import { atLeast, type Row, time } from './table.js';

/** What the published checker imports before every check, numpy apart. */
const standardModules =
  'bisect, collections, copy, datetime, functools, heapq, itertools, json, math, operator, os.path, random, re, signal, string, sys, typing';
const checksPerRound = 10;

interface Python {
  readonly executable: string;
  readonly version: string;
  readonly hasNumpy: boolean;
}

/**
 * Compares the sandbox with the published method: a Python process per check, which reads prefix,
 * function and check from its standard input and fails when the result is not the wanted one.
 */
export async function measurePython(checks: readonly Check[]): Promise<readonly Row[]> {
  const python = findPython();
  if (python === undefined) {
    return [{ what: 'python3, a process per check', figure: 'skipped: no python3' }];
  }
  const make = pythonChecks(python);
  assertThatWrongFails(make, checks[0] as Check);
  // Both languages agree on every known output.
  await measure([{ name: 'python3', checks: checks.length, run: oneByOne(make) }], checks, 1, 0);
  await using sandbox = await createInProcessSandbox();
  const contenders = [
    { name: 'python3', checks: checksPerRound, run: oneByOne(make) },
    { name: 'pristine', checks: 2000, run: oneByOne(sandboxChecks(sandbox)) },
  ];
  const [processes, pristine] = (await measure(contenders, checks, 7, 1)) as [number[], number[]];
  const ratio = medianRatio(processes, pristine);
  const imports = python.hasNumpy
    ? 'standard library and numpy'
    : 'standard library, no numpy here';
  return [
    {
      what: `python3 (${python.version}; imports: ${imports}), a process per check`,
      figure: time(median(processes)),
    },
    {
      what: 'checks per second and core: pristine, in process ÷ python3',
      figure: `${Math.round(1e6 / median(pristine))} ÷ ${Math.round(1e6 / median(processes))}`,
      ratio,
      wanted: atLeast(1000, ratio),
    },
  ];
}

/** The interpreter itself: what is called `python3` may be a script that looks for it first. */
function findPython(): Python | undefined {
  const ask = `
import importlib.util, platform, sys
print(sys.executable, platform.python_version(), importlib.util.find_spec("numpy") is not None, sep="\\n")`;
  const { status, stdout } = spawnSync('python3', ['-c', ask], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [executable, version, hasNumpy] = stdout.split('\n') as [string, string, string];
  return { executable, version, hasNumpy: hasNumpy === 'True' };
}

function pythonChecks({ executable, hasNumpy }: Python): MakeCheck {
  const prefix = `import ${standardModules}${hasNumpy ? '\nimport numpy as np' : ''}`;
  return ({ fn, input, expected }) => {
    const program = `${prefix}

${fn.python}

wanted = json.loads(${pythonText(expected)})
actual = main_solution(**json.loads(${pythonText(JSON.stringify(input))}))
assert json.dumps(actual) == json.dumps(wanted), json.dumps(actual)
`;
    const { status, stderr } = spawnSync(executable, ['-'], { input: program, encoding: 'utf8' });
    return status === 0 ? JSON.parse(expected) : stderr;
  };
}

/** A JSON string of ASCII text is a Python string, too. */
function pythonText(text: string): string {
  return JSON.stringify(text);
}

function assertThatWrongFails(make: MakeCheck, check: Check): void {
  const result = make({ ...check, expected: '"something else"' });
  if (!String(result).includes('AssertionError'))
    throw new Error('the Python check accepts anything');
}
