import type { CodeProblem } from '../../core/code-problem.js';
import { findForbidden } from './forbidden-names.js';
import type { LanguageUse } from './language-uses.js';
import { pythonBuiltins } from './python-builtins.js';

/** How names are checked. */
export interface CheckNamesOptions {
  /** What messages are about: `The code`. */
  readonly subject: string;
  /** Forbidden names that are allowed after all, such as `random`. */
  readonly allowed: readonly string[];
  /** Whether a module was loaded with all its names, so that others may be defined than is seen. */
  readonly hasStarImport: boolean;
}

/** Finds what a program may not use of Python: one problem a name, at its first use. */
export function checkNames(
  uses: readonly LanguageUse[],
  options: CheckNamesOptions,
): readonly CodeProblem[] {
  const problems = new Map<string, CodeProblem>();
  for (const use of uses) {
    const { path, line } = use;
    const [name = ''] = path;
    const forbidden = findForbidden(path);
    const about = forbidden?.name ?? name;
    if (problems.has(about) || options.allowed.includes(about)) continue;
    if (forbidden !== undefined) {
      const { kind, deed } = forbidden;
      const message = `${options.subject} ${deed}: ${show(use)} in line ${line}.`;
      problems.set(about, { kind, message, line });
    } else if (use.isBuiltin && !pythonBuiltins.has(name) && !options.hasStarImport) {
      const message = `${options.subject} uses ${name} in line ${line}, but it is not defined.`;
      problems.set(about, { kind: 'unknown-name', message, line });
    }
  }
  return [...problems.values()];
}

/** The attributes of a module, and one of what it has: `datetime.date.today()`. */
const mostNames = 3;

function show({ path, isCalled }: LanguageUse): string {
  const names = path.slice(0, mostNames);
  return `${names.join('.')}${isCalled && names.length === path.length ? '()' : ''}`;
}
