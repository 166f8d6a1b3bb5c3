import type { CodeProblem } from '../../core/code-problem.js';
import type { OwnUse } from './language-uses.js';
import type { VariableUse } from './name-use.js';
import type { PythonScope, PythonVariable } from './python-scope.js';

/** Methods of lists, sets and dicts that change them. */
const changingMethods = new Set(
  'add append appendleft clear discard extend insert pop popitem popleft remove reverse setdefault sort update'.split(
    ' ',
  ),
);

/** Finds the variables at the top of a program that a function gives other values: one problem each. */
export function checkState(uses: readonly OwnUse[], subject: string): readonly CodeProblem[] {
  const problems = new Map<PythonVariable, CodeProblem>();
  for (const { variable, use, line } of uses) {
    const isKept = variable.scope.kind === 'module' && runsInCall(use.scope);
    if (!isKept || !changes(use, variable) || problems.has(variable)) continue;
    const message = `${subject} leaves something behind for the next call: a function changes ${variable.name}, which is defined outside of it, in line ${line}.`;
    problems.set(variable, { kind: 'module-state', message, line });
  }
  return [...problems.values()];
}

/** Whether it runs when a function is called, and not once when the program is loaded. */
function runsInCall(scope: PythonScope): boolean {
  if (scope.kind === 'function' || scope.kind === 'lambda') return true;
  return scope.parent !== undefined && runsInCall(scope.parent);
}

function changes(use: VariableUse, { definitions }: PythonVariable): boolean {
  if (use.manner !== 'read') return true;
  const [method = '', ...more] = use.members;
  const isMethod = use.isCalled && more.length === 0 && changingMethods.has(method);
  return isMethod && definitions.every(({ kind }) => kind === 'assignment');
}
