import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PythonScope, resolveName } from '../../../src/analysis/python/python-scope.js';
import { readNames } from '../../../src/analysis/python/read-names.js';
import { readStatements } from '../../../src/analysis/python/read-statements.js';
import { hasHostPython, noHostPython, runHostPython } from '../../support/host-python.js';
import { pythonText } from './support/python-text.js';

function namesOf(code: string) {
  const program = readStatements(code);
  if (program.status === 'failed') throw new Error(program.problem.reason);
  return readNames(program.statements);
}

/** Every use of a name: itself, its line, and the scope and first line of its variable. */
function usesOf(code: string, name: string): readonly string[] {
  return [...namesOf(code).uses].flatMap(([token, use]) => {
    if (token.text !== name) return [];
    if (use.role !== 'variable') return [`${token.line} ${use.role}`];
    const variable = resolveName(use.scope, name);
    const of = variable?.definitions[0]?.token.line;
    return [`${token.line} ${use.manner} ${variable?.scope.kind ?? 'none'} ${of ?? ''}`.trim()];
  });
}

describe('readNames', () => {
  it.each([
    [
      'a parameter hides a variable',
      'a = 1\ndef f(a):\n  a',
      ['1 write module 1', '2 write function 2', '3 read function 2'],
    ],
    [
      'a function sees what is around it',
      'a = 1\ndef f():\n  a',
      ['1 write module 1', '3 read module 1'],
    ],
    [
      'an assignment below makes a name local',
      'def f():\n  a\n  a = 1',
      ['2 read function 3', '3 write function 3'],
    ],
    [
      'global means the module',
      'a = 1\ndef f():\n  global a\n  a = 2',
      [...['1 write module 1', '3 read module 1', '4 write module 1']],
    ],
    [
      'nonlocal means the function around',
      'def f():\n  a = 1\n  def g():\n    nonlocal a\n    a += 2',
      [...['2 write function 2', '4 read function 2', '5 update function 2']],
    ],
    [
      'methods do not see the variables of their class',
      'class C:\n  a = 1\n  b = a\n  def f(self): a',
      [...['2 write class 2', '3 read class 2', '4 read none']],
    ],
    [
      'a comprehension has variables of its own',
      'a = [a for a in a]',
      [
        ...[
          '1 write comprehension 1',
          '1 read module 1',
          '1 read comprehension 1',
          '1 write module 1',
        ],
      ],
    ],
    [
      'a walrus writes outside of it',
      '[a := b for b in c]\na',
      ['1 write module 1', '2 read module 1'],
    ],
    [
      'a lambda has parameters',
      'f(lambda a=a: a, a)',
      [...['1 write lambda 1', '1 read none', '1 read lambda 1', '1 read none']],
    ],
    [
      'names behind dots are attributes',
      'b.a.c(a=1)[a]',
      ['1 attribute', '1 argument', '1 read none'],
    ],
    ['parts of values are changed', 'a[b] = a.c = 1', ['1 change none', '1 change none']],
    [
      'loops, with and except write',
      'for (x, *a), y in z: pass\nwith b as (a, c): pass\nexcept E as a: pass',
      [...['1 write module 1', '2 write module 1', '3 write module 1']],
    ],
    [
      'patterns write what they take',
      'match b:\n  case P(x=a, y=Q.a) | [1, *a] if a: pass',
      [...['2 write module 2', '2 attribute', '2 write module 2', '2 read module 2']],
    ],
    [
      'formatted strings read',
      'a = 1\nf"a {a!r:{a}} {a=}"',
      [...['1 write module 1', '2 read module 1', '2 read module 1', '2 read module 1']],
    ],
  ] as const)('knows that %s', (_, code, expected) => {
    expect(usesOf(code, 'a')).toEqual(expected);
  });

  it('knows what was imported', () => {
    const { top } = namesOf('import a.b, c.d as e\nfrom f.g import (h as i, j)\nfrom k import *');
    const paths = [...top.variables.values()].map(({ name, definitions: [first] }) => [
      name,
      first?.kind === 'import' && first.path.join('.'),
    ]);
    expect(paths).toEqual([
      ['a', 'a'],
      ['e', 'c.d'],
      ['i', 'f.g.h'],
      ['j', 'f.g.j'],
    ]);
  });

  it('knows the parameters of functions', () => {
    const { top } = namesOf('def f(a, /, b: dict[str, int] = {1: 2}, *c, d=3, **e) -> None: pass');
    const [definition] = top.variables.get('f')?.definitions ?? [];
    const parameters = definition?.kind === 'function' ? definition.parameters : [];
    const shown = parameters.map(({ name, kind, isNamedOnly, hasDefault }) => {
      return [name, kind, isNamedOnly && 'named', hasDefault && 'default']
        .filter(Boolean)
        .join(' ');
    });
    expect(shown).toEqual(['a one', 'b one default', 'c *', 'd one named default', 'e ** named']);
  });

  it('never throws anything but for a text that is nested too deeply', () => {
    fc.assert(
      fc.property(pythonText, (code) => {
        const program = readStatements(code);
        if (program.status === 'read') readNames(program.statements);
      }),
    );
    const deep = `f(${'lambda: ('.repeat(20_000)}${')'.repeat(20_001)}`;
    expect(() => namesOf(deep)).toThrow(RangeError);
  });

  it.skipIf(!hasHostPython)(
    `agrees with CPython (${hasHostPython ? 'compared' : noHostPython})`,
    () => {
      const codes = fc.sample(pythonText, { numRuns: 300, seed: 11 });
      const expected = JSON.parse(runHostPython(symbolScript, JSON.stringify(codes))) as unknown[];
      let compared = 0;
      for (const [index, code] of codes.entries()) {
        if (expected[index] === null) continue;
        compared++;
        expect({ code, scopes: scopesOf(code) }).toEqual({ code, scopes: expected[index] });
      }
      expect(compared).toBeGreaterThan(40);
    },
  );
});

/** Prints the names that each scope gives values, sorted, without scopes that give none. */
const symbolScript = `
import json, sys, symtable
def scopes(code):
    try:
        compile(code, 'code', 'exec')
        tables = [symtable.symtable(code, 'code', 'exec')]
    except Exception:
        return None
    found = []
    while tables:
        table = tables.pop()
        tables += table.get_children()
        names = [s.get_name() for s in table.get_symbols() if s.is_local() and not s.get_name().startswith('.')
                 and (s.is_assigned() or s.is_parameter() or s.is_imported() or s.is_namespace())]
        if names:
            found.append(' '.join(sorted(names)))
    return sorted(found)
print(json.dumps([scopes(code) for code in json.load(sys.stdin)]))
`;

function scopesOf(code: string): readonly string[] {
  const { top, uses } = namesOf(code);
  const scopes = new Set<PythonScope>([top]);
  for (const use of uses.values()) if (use.role === 'variable') scopes.add(use.scope);
  return [...scopes]
    .flatMap(({ variables }) =>
      variables.size === 0 ? [] : [[...variables.keys()].sort().join(' ')],
    )
    .sort();
}
