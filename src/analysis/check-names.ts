import type { CodeProblem } from '../core/code-problem.js';
import type { GlobalUse } from './find-global-uses.js';
import { findForbidden } from './forbidden-names.js';
import { refusedNames, sandboxNames } from './sandbox-names.js';

/** How names are checked. */
export interface CheckNamesOptions {
  /** What messages are about: `The code`. */
  readonly subject: string;
  /** Forbidden names that are allowed after all, such as `Math.random`. */
  readonly allowed: readonly string[];
}

/** A problem, and what it is about; of several about the same, one is reported. */
interface Finding {
  readonly about: string;
  readonly problem: CodeProblem & { readonly line: number };
}

const known = new Set(sandboxNames);
const refused = new Set(refusedNames);
const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Finds what a program may not use of its surroundings: one problem a name, at its first use. */
export function checkNames(
  uses: readonly GlobalUse[],
  options: CheckNamesOptions,
): readonly CodeProblem[] {
  const first = new Map<string, CodeProblem & { readonly line: number }>();
  for (const use of uses) {
    const finding = judge(use, options);
    if (finding === undefined) continue;
    const { about, problem } = finding;
    const earlier = first.get(about);
    if (earlier === undefined || problem.line < earlier.line) first.set(about, problem);
  }
  return [...first.values()];
}

function judge(use: GlobalUse, options: CheckNamesOptions): Finding | undefined {
  const { line, manner } = use;
  const [name, ...members] = use.path;
  // What is loaded is looked at by the name of the module.
  if (name === 'require') return undefined;
  if (name !== 'globalThis') return forbiddenUse(use, options) ?? unknownName(use, options);
  const [member, ...rest] = members;
  if (member === undefined) {
    if (manner !== 'indexed' && manner !== 'passed-on') return undefined;
    const message = `${options.subject} hides which globals it uses: globalThis in line ${line}.`;
    return { about: 'globalThis', problem: { kind: 'hidden-code', message, line } };
  }
  const direct: GlobalUse = { ...use, path: [member, ...rest] };
  if (member === 'globalThis') return judge(direct, options);
  const finding = forbiddenUse(direct, options, 'globalThis.');
  if (finding !== undefined) {
    const { about, problem } = finding;
    return { about: `globalThis.${about}`, problem: { ...problem, kind: 'hidden-code' } };
  }
  // Other members of it need not exist.
  return refused.has(member) ? unknownName(direct, options) : undefined;
}

function forbiddenUse(
  use: GlobalUse,
  { subject, allowed }: CheckNamesOptions,
  prefix = '',
): Finding | undefined {
  const forbidden = findForbidden(use);
  if (forbidden === undefined || allowed.includes(forbidden.name)) return undefined;
  const { kind, deed, name } = forbidden;
  const message = `${subject} ${deed}: ${show(use, prefix)} in line ${use.line}.`;
  return { about: name, problem: { kind, message, line: use.line } };
}

function unknownName(
  { path: [name, ...members], manner, line }: GlobalUse,
  { subject }: CheckNamesOptions,
): Finding | undefined {
  const isRefused = refused.has(name);
  if (known.has(name) && !isRefused) return undefined;
  const fault = isRefused ? 'it is not available where the code runs' : 'it is not defined';
  const isDeclaration = manner === 'assigned' && members.length === 0 && !isRefused;
  const message = isDeclaration
    ? `${subject} assigns ${name} in line ${line} without declaring it.`
    : `${subject} uses ${name} in line ${line}, but ${fault}.`;
  return { about: name, problem: { kind: 'unknown-name', message, line } };
}

/** A use as it would be written without another name for it: `Math.random()`. */
function show({ path, manner }: GlobalUse, prefix: string): string {
  const names = path.slice(0, 2).filter((name) => identifier.test(name));
  const text = `${prefix}${names.join('.')}`;
  if (names.length < path.length) return text;
  if (manner === 'constructed') return `new ${text}()`;
  return manner === 'called' ? `${text}()` : text;
}
