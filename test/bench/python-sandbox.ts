import type { Check } from './functions.js';
import { measurePythonLoop } from './python-loop.js';
import { measurePythonMemory } from './python-memory.js';
import { findPython } from './python-process.js';
import { measurePublished } from './python-published.js';
import { measurePythonSpeed } from './python-speed.js';
import { measurePythonStart } from './python-start.js';
import type { Row } from './table.js';

/** How much is measured. */
export interface PythonSizes {
  /** Calls after which the memory is looked at. */
  readonly calls: number;
  /** Published functions whose pairs are collected. */
  readonly functions: number;
  /** Calls that Python itself makes, too. */
  readonly agreement: number;
}

/** Measures the Python sandbox, most of it against the Python of this machine. */
export async function measurePythonSandbox(
  checks: readonly Check[],
  { calls, functions, agreement }: PythonSizes,
): Promise<readonly Row[]> {
  const python = findPython();
  return [
    ...(await measurePythonSpeed(checks, python)),
    ...(await measurePythonLoop(python)),
    ...(await measurePythonStart()),
    ...(await measurePythonMemory(calls)),
    ...(await measurePublished(python, functions, agreement)),
  ];
}
