import type { Program, Sandbox } from 'codeio';
import type { BenchFunction } from './functions.js';
import type { MakeCheck } from './measure.js';

/** The function as a program for the sandbox. */
export function programOf({ javascript, parameters }: BenchFunction): Program {
  return { language: 'javascript', code: javascript, entrypoint: 'mainSolution', parameters };
}

/** The function as a program for the Python sandbox, called with named arguments. */
export function pythonProgramOf({ python }: BenchFunction): Program {
  return { language: 'python', code: python, entrypoint: 'main_solution' };
}

/** Makes checks in a sandbox of this library. */
export function sandboxChecks(sandbox: Sandbox, toProgram = programOf): MakeCheck {
  const programs = new Map<BenchFunction, Program>();
  return async ({ fn, input }) => {
    const program = programs.get(fn) ?? toProgram(fn);
    programs.set(fn, program);
    const outcome = await sandbox.run(program, input);
    return outcome.status === 'returned' ? outcome.value : outcome;
  };
}
