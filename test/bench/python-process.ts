import { spawnSync } from 'node:child_process';
import type { Check } from './functions.js';
import type { MakeCheck } from './measure.js';

/** What the published checker imports before every check, numpy apart. */
const standardModules =
  'bisect, collections, copy, datetime, functools, heapq, itertools, json, math, operator, os.path, random, re, signal, string, sys, typing';

/** The Python of this machine. */
export interface HostPython {
  readonly executable: string;
  readonly version: string;
  readonly hasNumpy: boolean;
}

/** A call whose result has to be the wanted one; values as JSON texts. */
export interface ProcessCheck {
  readonly code: string;
  readonly input: string;
  readonly expected: string;
}

/** The interpreter itself: what is called `python3` may be a script that looks for it first. */
export function findPython(): HostPython | undefined {
  const ask = `
import importlib.util, platform, sys
print(sys.executable, platform.python_version(), importlib.util.find_spec("numpy") is not None, sep="\\n")`;
  const { status, stdout } = spawnSync('python3', ['-c', ask], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [executable, version, hasNumpy] = stdout.split('\n') as [string, string, string];
  return { executable, version, hasNumpy: hasNumpy === 'True' };
}

/** What is measured, for the table. */
export function describeProcess({ version, hasNumpy }: HostPython): string {
  const imports = hasNumpy ? 'standard library and numpy' : 'standard library, no numpy here';
  return `python3 (${version}; imports: ${imports}), a process per check`;
}

/**
 * Makes a check by the published method: a Python process, which reads prefix, function and check
 * from its standard input and fails when the result is not the wanted one.
 *
 * @returns What the process complained of; `undefined` when the result was right.
 */
export function runProcess(
  { executable, hasNumpy }: HostPython,
  { code, input, expected }: ProcessCheck,
): string | undefined {
  const prefix = `import ${standardModules}${hasNumpy ? '\nimport numpy as np' : ''}`;
  const program = `${prefix}

${code}

wanted = json.loads(${pythonText(expected)})
actual = main_solution(**json.loads(${pythonText(input)}))
assert json.dumps(actual) == json.dumps(wanted), json.dumps(actual)
`;
  const { status, stderr } = spawnSync(executable, ['-'], { input: program, encoding: 'utf8' });
  return status === 0 ? undefined : stderr;
}

/**
 * Makes checks by the published method.
 *
 * @throws Error when it accepts a wrong result.
 */
export function processChecks(python: HostPython, sample: Check): MakeCheck {
  const make = ({ fn, input, expected }: Check): unknown => {
    const check = { code: fn.python, input: JSON.stringify(input), expected };
    return runProcess(python, check) ?? JSON.parse(expected);
  };
  const result = make({ ...sample, expected: '"something else"' });
  if (!String(result).includes('AssertionError')) {
    throw new Error('the Python check accepts anything');
  }
  return make;
}

/** A JSON string of ASCII text is a Python string, too. */
function pythonText(text: string): string {
  return JSON.stringify(text);
}
