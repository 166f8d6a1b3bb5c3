/** Runs a loop in plain pyodide, which counts no steps; started by `python-loop.ts`, prints JSON. */
import { loadPyodide } from 'pyodide';
import { loopCode } from './python-loop.js';

const rounds = Number(process.argv[2]);
const repeats = Number(process.argv[3]);
const pyodide = await loadPyodide();
const run = (count: number): number => {
  const startedAt = performance.now();
  const result: unknown = pyodide.runPython(`${loopCode}\nmain_solution(${count})`);
  if (result !== (count * (count - 1)) / 2) throw new Error(`the loop came to ${result}`);
  return performance.now() - startedAt;
};
console.log(JSON.stringify(Array.from({ length: repeats }, () => run(rounds) - run(0))));
process.exit();
