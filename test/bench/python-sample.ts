import { isEqual } from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { type JudgedCall, toRequest } from './python-outcomes.js';
import { type HostPython, runProcess } from './python-process.js';
import { atLeast, type Row } from './table.js';

const sampleSize = 100;

/**
 * Times calls of published functions: one worker of the sandbox, pristine each time, against a Python
 * process each.
 *
 * @param agreed - Calls that both answer alike.
 */
export async function measureSample(
  agreed: readonly JudgedCall[],
  python: HostPython,
): Promise<readonly Row[]> {
  const sample = agreed.filter(({ answer }) => answer.status === 'returned').slice(0, sampleSize);
  await using sandbox = createPythonSandbox({ workers: 1 });
  const run = () =>
    Promise.all(sample.map(({ call: { program, input } }) => sandbox.run(program, input)));
  // Starting is not what is measured.
  await run();
  const startedAt = performance.now();
  const outcomes = await run();
  const pristine = (performance.now() - startedAt) / sample.length;
  for (const [index, outcome] of outcomes.entries()) {
    if (!isEqual(returnedBy(outcome), returnedBy(sample[index]?.outcome), { mode: 'strict' })) {
      throw new Error(`function ${sample[index]?.call.index} came to something else this time`);
    }
  }
  let failures = 0;
  const beganAt = performance.now();
  for (const { call, answer } of sample) {
    const expected = answer.status === 'returned' ? answer.value : '';
    if (runProcess(python, { ...toRequest(call), expected }) !== undefined) failures++;
  }
  const processes = (performance.now() - beganAt) / sample.length;
  const ratio = processes / pristine;
  return [
    {
      what: `${sample.length} of these calls, a second and core: pristine ÷ python3, a process each`,
      figure: `${Math.round(1000 / pristine)} ÷ ${Math.round(1000 / processes)}`,
      ratio,
      wanted: atLeast(25, ratio),
    },
    {
      what: 'of them came out otherwise in a process of their own',
      figure: String(failures),
      wanted: { text: '0', isReached: failures === 0 },
    },
  ];
}

function returnedBy(outcome: JudgedCall['outcome'] | undefined) {
  return outcome?.status === 'returned' ? outcome.value : null;
}
