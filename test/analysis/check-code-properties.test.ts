import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCode } from '../../src/analysis/check-code.js';
import { checkGenerator } from '../../src/analysis/check-generator.js';
import { readNames } from '../../src/analysis/name-table.js';
import { parseProgram } from '../../src/analysis/parse-program.js';
import { readSyntaxTree } from '../../src/analysis/syntax-tree.js';
import { readFunctions } from '../../src/index.js';
import { bundledFunctions } from '../support/bundled.js';

interface Sample {
  readonly code: string;
  readonly entrypoint: string;
  readonly parameters?: readonly string[] | undefined;
}

const faulty: readonly Sample[] = [
  'const m = Math; function main(x) { const d = Date; return [m.random(), new d(), d.now(), x] }',
  'function main(x, y) { const { a, b } = x; let t = fetch(a); t = console.log(t); return t }',
  'function main(x) { for (const i of x) { total += i } try { eval(x) } catch (e) { throw e } }',
  'const g = globalThis; class Box { static of(x) { return g[x] } } const main = (x) => Box.of(x)',
  "import fs, { join as j } from 'fs'; export const main = (x) => j(fs.read(x), _.map(URL))",
  'let main = function step(x) { return x > 1 ? step(x - 1) : process.hrtime() }',
  'function help(with_) { with (with_) { return inner } } function main() { return help(1) }',
].map((code) => ({ code, entrypoint: 'main' }));

let samples: readonly Sample[];
beforeAll(async () => {
  const functions: Sample[] = [];
  for await (const fn of readFunctions(bundledFunctions)) {
    if (fn.language === 'javascript') functions.push(fn);
  }
  samples = [...faulty, ...functions];
});

function check(sample: Sample) {
  return checkCode({ ...sample, language: 'javascript' });
}

/** A place of the code where a variable is named. */
interface Mention {
  readonly node: AnyNode;
  readonly isAbbreviated: boolean;
}

/** Renames a variable wherever it is named. */
function rename(code: string, mentions: readonly Mention[], name: string): string {
  return [...mentions]
    .sort((left, right) => right.node.start - left.node.start)
    .reduce(
      (text, { node, isAbbreviated }) =>
        text.slice(0, node.start) +
        (isAbbreviated ? `${code.slice(node.start, node.end)}: ${name}` : name) +
        text.slice(node.end),
      code,
    );
}

/** The variables of a program that no entry point, export or message names. */
function localVariables(sample: Sample): readonly (readonly Mention[])[] {
  const { code, entrypoint, parameters = [] } = sample;
  const program = parseProgram(code, 'javascript');
  if (program.status === 'failed') throw new Error(program.problem);
  const { parents } = readSyntaxTree(program.ast);
  const names = readNames(program);
  const named = check(sample)
    .filter(({ kind }) => kind === 'unused-parameter' || kind === 'parameters-differ')
    .map(({ message }) => message);
  const isLocal = ({ name, defs }: Variable): boolean =>
    name !== entrypoint &&
    !parameters.includes(name) &&
    defs.length > 0 &&
    defs.every(({ type }) => type !== 'ImportBinding') &&
    named.every((message) => !message.includes(name));
  const local = program.scopes.scopes.flatMap(({ variables }) => variables).filter(isLocal);
  return local.map(({ identifiers: [declared] }) => {
    // A class has its name twice: around it, and inside of it.
    const nodes = local
      .filter(({ identifiers }) => identifiers[0] === declared)
      .flatMap((variable) => [
        ...variable.identifiers,
        ...names.referencesTo(variable).map(({ identifier }) => identifier),
      ]) as AnyNode[];
    return [...new Set(nodes)].map((node) => {
      const parent = parents.get(node);
      const holder = parent?.type === 'AssignmentPattern' ? parents.get(parent) : parent;
      return { node, isAbbreviated: holder?.type === 'Property' && holder.shorthand };
    });
  });
}

const words =
  'const let var function class async await import export default from require module . ( ) { } [ ] ' +
  '=> = + , ; : ... ?. ` ${ static new typeof in of x y main generateInput Math random Date now ' +
  "globalThis eval arguments with this exports 'fs' 1 // /* */ interface enum as type";
const soup = fc
  .array(fc.constantFrom(...words.split(' '), '\n'), { maxLength: 40 })
  .map((parts) => parts.join(' '));

describe('checks of code', () => {
  it('take any text without throwing, and answer in sentences', () => {
    const text = fc.oneof(soup, fc.string({ unit: 'grapheme' }), fc.string());
    const languages = fc.constantFrom('javascript', 'typescript');
    const entrypoints = fc.oneof(fc.constantFrom('main', 'x.y', '__proto__'), fc.string());
    fc.assert(
      fc.property(text, languages, entrypoints, (code, language, entrypoint) => {
        checkCode({ language, code, entrypoint });
        checkCode({ language, code, entrypoint, parameters: ['x'] });
        const lines = code.split(/\r\n?|[\n\u2028\u2029]/).length;
        for (const { message, line = 1 } of checkGenerator({ language, code })) {
          expect(message).toMatch(/^The .*\.$/s);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('do not break on code that is nested deeper than the stack', () => {
    for (const code of ['['.repeat(1e5), `x${'.y'.repeat(1e5)}`, `x${'+1'.repeat(1e5)}`]) {
      expect(check({ code, entrypoint: 'main' }).length).toBeGreaterThan(0);
    }
  });

  it('find the same whatever a local variable is called', () => {
    const numbers = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(numbers, fc.constantFrom('fresh', 'ünused', '$0'), ([at, which], name) => {
        const sample = samples[at % samples.length] as Sample;
        const variables = localVariables(sample);
        fc.pre(variables.length > 0 && !sample.code.includes(name));
        const variable = variables[which % variables.length] as readonly Mention[];
        const code = rename(sample.code, variable, name);
        expect(code).not.toBe(sample.code);
        expect(check({ ...sample, code })).toEqual(check(sample));
      }),
      { numRuns: 300 },
    );
  });

  it('find the same when a local variable is called like something forbidden', () => {
    const forbidden = ['fetch', 'console', 'process', 'crypto', 'performance', '_'];
    const clean = samples.slice(faulty.length);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom(...forbidden), (at, which, name) => {
        const sample = clean[at % clean.length] as Sample;
        fc.pre(!sample.code.includes(name));
        const variables = localVariables(sample);
        const variable = variables[which % variables.length] as readonly Mention[];
        const code = rename(sample.code, variable, name);
        expect(check({ ...sample, code })).toEqual([]);
      }),
    );
  });

  it('find the same in code between comments', () => {
    const remarks = fc.constantFrom('fetch(1)', 'Math.random()', "'", '`', 'import "fs"', '*', '/');
    fc.assert(
      fc.property(fc.nat(), remarks, fc.string(), (at, remark, text) => {
        const sample = samples[at % samples.length] as Sample;
        const inside = text.replace(/[\r\n\u2028\u2029]|\*\//g, '');
        const code = `/* ${remark} ${inside} */${sample.code} // ${remark} ${inside}`;
        expect(check({ ...sample, code })).toEqual(check(sample));
      }),
    );
  });
});
