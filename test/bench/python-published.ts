import { measureAgreement } from './python-agreement.js';
import { collectPublished, findPublished } from './python-data.js';
import type { HostPython } from './python-process.js';
import { measureReplay } from './python-replay.js';
import { measureSample } from './python-sample.js';
import type { Row } from './table.js';

/** Measures the sandbox on published functions, where they are at hand. */
export async function measurePublished(
  python: HostPython | undefined,
  functions: number,
  calls: number,
): Promise<readonly Row[]> {
  const file = findPublished();
  if (file === undefined) {
    return [{ what: 'published functions', figure: 'skipped: no shared data' }];
  }
  const collected = await collectPublished(file, functions);
  if (python === undefined) {
    return [...collected.rows, { what: 'agreement with python3', figure: 'skipped: no python3' }];
  }
  const replay = await measureReplay(collected.functions, python);
  const { rows, agreed } = await measureAgreement(collected.functions, python, calls);
  return [...collected.rows, ...replay, ...rows, ...(await measureSample(agreed, python))];
}
