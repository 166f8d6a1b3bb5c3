import type { AnyNode } from 'acorn';
import type { CodeProblem, CodeProblemKind } from '../core/code-problem.js';
import type { GlobalUse } from './find-global-uses.js';
import { type ModulePurpose, modulePurpose } from './module-purpose.js';
import { lineOf, type SyntaxTree, staticText } from './syntax-tree.js';

/** One loading of a module. */
interface Loading {
  /** Absent when it is not written out. */
  readonly specifier?: string | undefined;
  readonly line: number;
}

const kinds: Readonly<Record<ModulePurpose, { kind: CodeProblemKind; what: string }>> = {
  network: { kind: 'network', what: 'a module for the network' },
  'input-output': { kind: 'input-output', what: 'a module for input and output' },
  unknown: { kind: 'import', what: 'a module, but none can be loaded' },
};

const maximumSpecifierLength = 60;

/** Finds the modules that a program loads: one problem a module, where it is loaded first. */
export function checkImports(
  { nodes }: SyntaxTree,
  uses: readonly GlobalUse[],
  subject: string,
): readonly CodeProblem[] {
  const loadings = [...nodes.flatMap(importOf), ...uses.flatMap(requireOf)];
  const problems = new Map<string, CodeProblem>();
  for (const { specifier, line } of loadings.sort((left, right) => left.line - right.line)) {
    const shown = JSON.stringify((specifier ?? '').slice(0, maximumSpecifierLength));
    const about = specifier === undefined ? '' : shown;
    if (problems.has(about)) continue;
    const { kind, what } = kinds[specifier === undefined ? 'unknown' : modulePurpose(specifier)];
    const loads = `${subject} loads ${what}: `;
    const message =
      specifier === undefined
        ? `${loads}it is named only as the code runs, in line ${line}.`
        : `${loads}${shown} in line ${line}.`;
    problems.set(about, { kind, message, line });
  }
  const meta = nodes.find(({ type, ...node }) => {
    return type === 'MetaProperty' && 'meta' in node && node.meta.name === 'import';
  });
  if (meta === undefined) return [...problems.values()];
  const line = lineOf(meta);
  const message = `${subject} asks for the place it was loaded from: import.meta in line ${line}.`;
  return [...problems.values(), { kind: 'import', message, line }];
}

function importOf(node: AnyNode): readonly Loading[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
      if (!node.source) return [];
      return [{ specifier: staticText(node.source), line: lineOf(node) }];
    default:
      return [];
  }
}

/** `require.main` only tells that the program is not run from the shell. */
function requireOf({ path, call, line }: GlobalUse): readonly Loading[] {
  if (path[0] !== 'require' || path[1] === 'main') return [];
  const [argument] = call?.arguments ?? [];
  return [{ specifier: argument && staticText(argument), line }];
}
