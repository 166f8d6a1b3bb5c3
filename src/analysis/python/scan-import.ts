import { type BracketedTokens, pairBrackets, splitOutside } from './bracketed-tokens.js';
import type { NameSink } from './name-use.js';
import { define, type PythonScope } from './python-scope.js';
import { isMark, type PythonToken } from './python-token.js';
import { variableUse } from './variable-use.js';

/** One name that an import takes: `a.b as c`. */
interface ImportedName {
  /** The parts of the name, dots between them. */
  readonly path: readonly PythonToken[];
  readonly alias?: PythonToken | undefined;
}

/** What an import takes from where. */
export interface PythonImport {
  /** The module of `from module import …`, with a dot for each level of a relative one. */
  readonly module?: string | undefined;
  readonly names: readonly ImportedName[];
  /** Whether it takes all that there is. */
  readonly isStar: boolean;
}

/** Reads the tokens of an import. */
export function readImport({ tokens }: { readonly tokens: readonly PythonToken[] }): PythonImport {
  const isFrom = isMark(tokens[0], 'from');
  const middle = tokens.findIndex((token) => isMark(token, 'import'));
  const module = isFrom ? tokens.slice(1, middle).map(({ text }) => text) : undefined;
  const list = tokens
    .slice(middle + 1)
    .filter((token) => !isMark(token, '(') && !isMark(token, ')'));
  const line = pairBrackets(list);
  const parts = splitOutside(line, { start: 0, end: list.length }, ',');
  const names = parts.flatMap(({ start, end }): readonly ImportedName[] => {
    const words = list.slice(start, end);
    const as = words.findIndex((token) => isMark(token, 'as'));
    const path = words.slice(0, as < 0 ? words.length : as).filter(({ kind }) => kind === 'name');
    return path.length === 0 ? [] : [{ path, alias: as < 0 ? undefined : words[as + 1] }];
  });
  return { module: module?.join(''), names, isStar: list.some((token) => isMark(token, '*')) };
}

/** Finds out what the names of an import stand for. */
export function scanImport(line: BracketedTokens, scope: PythonScope, sink: NameSink): void {
  const { module, names, isStar } = readImport(line);
  if (isStar && module !== undefined) sink.starImports.set(module, line.tokens[0]?.line ?? 1);
  for (const token of line.tokens)
    if (token.kind === 'name') sink.uses.set(token, { role: 'import' });
  for (const { path, alias } of names) {
    const [first] = path;
    const token = alias ?? first;
    if (token === undefined || first === undefined) continue;
    const from = module === undefined ? [] : module.split('.');
    // `import a.b` makes the name `a`, and `import a.b as c` one for `a.b`.
    const taken = module === undefined && alias === undefined ? [first] : path;
    const texts = [...from, ...taken.map(({ text }) => text)];
    define(scope, token.text, { kind: 'import', path: texts, token });
    sink.uses.set(token, variableUse(line, line.tokens.indexOf(token), scope, 'write'));
  }
}
