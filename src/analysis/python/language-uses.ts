import type { VariableUse } from './name-use.js';
import { type PythonVariable, resolveName } from './python-scope.js';
import type { PythonNames } from './read-names.js';

/** A use of something that the program does not make itself. */
export interface LanguageUse {
  /** What it is without other names for it: `datetime`, `date`, `today`. */
  readonly path: readonly string[];
  /** Whether the last of these names is called. */
  readonly isCalled: boolean;
  readonly hasArguments: boolean;
  /** Whether it is no name that was imported. */
  readonly isBuiltin: boolean;
  readonly line: number;
}

/** A use of a variable of the program. */
export interface OwnUse {
  readonly variable: PythonVariable;
  readonly use: VariableUse;
  readonly line: number;
}

/** The uses of variables in a program, by whose they are, each in the order of the text. */
export interface SortedUses {
  readonly language: readonly LanguageUse[];
  readonly own: readonly OwnUse[];
}

/** Tells uses of what Python and its modules have from those of what the program makes. */
export function sortUses({ uses, starImports }: PythonNames): SortedUses {
  const language: LanguageUse[] = [];
  const own: OwnUse[] = [];
  for (const [{ text, line }, use] of [...uses].sort(([a], [b]) => a.start - b.start)) {
    if (use.role !== 'variable') continue;
    const variable = resolveName(use.scope, text);
    if (variable !== undefined) own.push({ variable, use, line });
    const origin = variable === undefined ? [text] : importedPath(variable);
    if (origin === undefined || use.manner === 'write') continue;
    const { isCalled, hasArguments } = use;
    const path = [...origin, ...use.members];
    language.push({ path, isCalled, hasArguments, isBuiltin: variable === undefined, line });
  }
  for (const [module, line] of starImports) {
    const rest = { isCalled: false, hasArguments: false, isBuiltin: false };
    language.push({ path: module.split('.'), ...rest, line });
  }
  return { language, own };
}

/** What a name was imported as, when it is nothing else besides. */
function importedPath({ definitions }: PythonVariable): readonly string[] | undefined {
  const [first] = definitions;
  const isImported = definitions.every(({ kind }) => kind === 'import');
  return isImported && first?.kind === 'import' ? first.path : undefined;
}
