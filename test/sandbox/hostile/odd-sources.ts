import { type HostileProgram, refused, returns, throws } from './hostile-program.js';

export const oddSources: readonly HostileProgram[] = [
  {
    name: 'holds a NUL, a lone surrogate and an emoji in its text',
    code: `const main = () => ['\0', '\ud800', '😀'].map((text) => text.charCodeAt(0));`,
    expected: returns([0, 0xd800, 0xd83d]),
  },
  {
    name: 'is given a lone surrogate and a NUL as its input',
    code: `const main = ({ text }) => [text.length, text.charCodeAt(0), text.charCodeAt(1)];`,
    input: { text: '\ud800\0' },
    expected: returns([2, 0xd800, 0]),
  },
  {
    name: 'hides the rest of its code behind a NUL',
    code: `function main() { return 'before'; }\0 function main() { return 'after'; }`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'starts with a byte order mark',
    code: `\ufeffconst main = () => 1;`,
    expected: returns(1),
  },
  {
    name: 'starts with a hashbang',
    code: `#!/usr/bin/env node
const main = () => 1;`,
    expected: returns(1),
  },
  {
    name: 'comments as HTML does',
    code: `<!-- function main() { return 'hidden'; }
function main() { return 'seen'; }
--> function main() { return 'hidden'; }`,
    expected: returns('seen'),
  },
  {
    name: 'comments as HTML does in a module',
    code: `export function main() { return 'seen'; }
<!-- function main() {}`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'separates its lines with paragraph separators',
    code: `// comment\u2028function main() {\u2029return 'seen'; }`,
    expected: returns('seen'),
  },
  {
    name: 'ends in a comment that swallows what follows',
    code: `export const main = () => 1; // export`,
    expected: returns(1),
  },
  {
    name: 'ends in a comment that is never closed',
    code: `export const main = () => 1; /* export`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'ends in a template that is never closed',
    code: `export const main = () => 1; \`export`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'ends in an expression that takes in what follows',
    code: `export function main() { return 1; }
var taken =`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'writes octal numbers in strict code',
    code: `'use strict'; const main = () => 010;`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'leaves strict code by with and delete',
    code: `function main() { with ({ a: 1 }) { delete this.main; return [a, typeof main]; } }`,
    expected: returns([1, 'function']),
  },
  {
    name: 'escapes the letters of its entry point',
    code: `const \\u006dain = () => 'escaped';`,
    expected: returns('escaped'),
  },
  {
    name: 'names its entry point in letters of another script',
    code: `const größe𠮷 = () => 'named';`,
    entrypoint: 'größe𠮷',
    expected: returns('named'),
  },
  {
    name: 'declares undefined anew',
    code: `let undefined = 1; const main = () => undefined;`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'hides undefined, NaN and globalThis in its function',
    code: `function main(undefined, NaN, globalThis) { var Infinity = 3; return [typeof undefined, typeof NaN, Infinity]; }`,
    expected: returns(['object', 'undefined', 3]),
  },
  {
    name: 'is TypeScript that is not TypeScript',
    language: 'typescript',
    code: `export function main(: number { return 1; }`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'is TypeScript nested 5,000 types deep',
    language: 'typescript',
    code: `type Deep = ${'Array<'.repeat(5000)}1${'>'.repeat(5000)};
export const main = (): number => 1;`,
    expected: throws('SyntaxError'),
  },
  {
    name: 'hides code for the remover of types in a regular expression and a template',
    language: 'typescript',
    code:
      'export const main = (): string[] => [/[/*]: number/.source, `$' +
      '{((a: number): string => `<$' +
      '{a as number}>`)(1)}`];',
    expected: returns(['[/*]: number', '<1>']),
  },
  {
    name: 'is empty',
    code: '',
    expected: throws('ReferenceError'),
  },
  {
    name: 'is a megabyte of nothing',
    code: `${' \n'.repeat(5e5)}const main = () => 1;`,
    expected: returns(1),
  },
  {
    name: 'returns a class of its own with private fields, getters and symbols',
    code: `class Own { #hidden = 1; shown = 2; get got() { return 3; } static [Symbol.species] = 4; [Symbol.iterator]() {} }
const main = () => new Own();`,
    expected: returns({ shown: 2 }),
  },
  {
    name: 'returns a generator object',
    code: `const main = () => (function* () { yield 1; })();`,
    expected: returns({}),
  },
  {
    name: 'returns arguments',
    code: `function main() { return { list: arguments }; }`,
    input: { n: 1 },
    expected: returns({ list: { 0: { n: 1 } } }),
  },
  {
    name: 'returns a boxed number in a list',
    code: `const main = () => [1, Object(2)];`,
    expected: refused('$[1]', 'a boxed number'),
  },
];
