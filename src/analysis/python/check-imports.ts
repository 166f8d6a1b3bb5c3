import type { CodeProblem, CodeProblemKind } from '../../core/code-problem.js';
import { type ModulePurpose, modulePurpose } from './module-purpose.js';
import { isMark } from './python-token.js';
import type { PythonStatement } from './read-statements.js';
import { readImport } from './scan-import.js';

const kinds: Readonly<Record<ModulePurpose, { kind: CodeProblemKind; what: string }>> = {
  network: { kind: 'network', what: 'a module for the network' },
  'input-output': { kind: 'input-output', what: 'a module for input and output' },
  threads: { kind: 'input-output', what: 'a module for threads and processes' },
  clock: { kind: 'clock', what: 'a module that measures time' },
  output: { kind: 'output', what: 'a module for output' },
  package: { kind: 'import', what: 'a module that is not in the standard library' },
};

/** One loading of a module. */
interface Loading {
  readonly module: string;
  readonly line: number;
}

/**
 * Finds the modules that a program should not load: one problem a module, where it is loaded first.
 *
 * @param packages - Modules outside of the standard library that may be loaded.
 */
export function checkImports(
  statements: readonly PythonStatement[],
  subject: string,
  packages: readonly string[],
): readonly CodeProblem[] {
  const problems = new Map<string, CodeProblem>();
  for (const { module, line } of findLoadings(statements)) {
    const [root = ''] = module.split('.', 1);
    const purpose = modulePurpose(module);
    if (purpose === undefined || packages.includes(root) || problems.has(root)) continue;
    const { kind, what } = kinds[purpose];
    const message = `${subject} loads ${what}: ${module} in line ${line}.`;
    problems.set(root, { kind, message, line });
  }
  return [...problems.values()];
}

function* findLoadings(statements: readonly PythonStatement[]): Generator<Loading> {
  for (const { tokens, body } of statements) {
    const [first] = tokens;
    const line = first?.line ?? 1;
    if (isMark(first, 'import') || isMark(first, 'from')) {
      const { module, names } = readImport({ tokens });
      for (const { path } of names) {
        const parts = path.map(({ text }) => text);
        // `from urllib import request` loads what `import urllib.request` does.
        yield { module: module === undefined ? parts.join('.') : fromModule(module, parts), line };
      }
      if (names.length === 0 && module !== undefined) yield { module, line };
    }
    if (body !== undefined) yield* findLoadings(body);
  }
}

function fromModule(module: string, parts: readonly string[]): string {
  const whole = [module, ...parts].join('.');
  return modulePurpose(whole) === modulePurpose(module) ? module : whole;
}
