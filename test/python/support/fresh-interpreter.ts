import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { JsonObject, Outcome, RunOptions } from '../../../src/index.js';
import { getImages } from '../../../src/python/get-images.js';
import type { InterpreterImage } from '../../../src/python/interpreter-image.js';
import { preparePythonProgram } from '../../../src/python/prepare-python-program.js';
import { findPyodide } from '../../../src/python/pyodide-package.js';
import { createPythonEngine } from '../../../src/python/python-engine.js';
import { type PythonLimits, resolvePythonLimits } from '../../../src/python/python-limits.js';
import { readPythonReport } from '../../../src/python/read-python-report.js';
import { createCallResolver } from '../../../src/sandbox/resolve-call.js';

const resolveCall = createCallResolver(preparePythonProgram);
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Interpreters are large, and there may be hundreds of them before they would be collected. */
const callsPerCollection = 8;
let calls = 0;

let images: Promise<readonly InterpreterImage[]> | undefined;

/** Calls the function `main` of a program in an interpreter in which nothing was called before. */
export async function callFresh(
  code: string,
  input: JsonObject,
  options: RunOptions & PythonLimits,
): Promise<Outcome> {
  const resolved = resolveCall({ language: 'python', code, entrypoint: 'main' }, input, options);
  if ('outcome' in resolved) return resolved.outcome;
  images ??= getImages({
    ...{ pyodide: findPyodide(), packageFolders: [], cacheFolder: undefined },
    signal: new AbortController().signal,
  });
  if (++calls % callsPerCollection === 0) collectGarbage();
  const data = { images: await images, limits: resolvePythonLimits(options) };
  const { call } = resolved;
  return readPythonReport(
    await createPythonEngine(data, () => {}).evaluate(call),
    call.countOperations,
  );
}
