import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../src/analysis/check-code.js';
import type { CodeProblem } from '../../../src/core/code-problem.js';
import { pythonText } from './support/python-text.js';

const language = 'python';

/** The problems of a program whose entry point is `main`. */
function check(code: string, parameters?: readonly string[]): readonly CodeProblem[] {
  return checkCode({ language, code, entrypoint: 'main', parameters });
}

/** The problems of an expression in line 2. */
function problemsOf(expression: string, head = ''): readonly string[] {
  const code = `${head}\ndef main(a): return [a, ${expression}]\n`;
  return check(code).map(({ kind, message }) => `${kind}: ${message}`);
}

/** The problems of statements from line 2 on, before the function. */
function messagesOf(statements: string): readonly string[] {
  const code = `\n${statements}\ndef main(a): return a\n`;
  return check(code).map(({ kind, message }) => `${kind}: ${message}`);
}

describe('the entry point of a Python program', () => {
  it.each([
    'def main(a): return a',
    'async def main(a): return a',
    '@cached\ndef main(a: int) -> int: return a\ncached = 1',
    'if True:\n  def main(a): return a\nelse:\n  main = None',
    'main = lambda a: a',
    'from math import sqrt as main',
  ])('may be defined as %s', (code) => {
    expect(check(code, ['a'])).toEqual([]);
  });

  it.each([
    'def other(a): return a',
    'def other(a):\n  def main(a): return a\n  return main(a)',
    'class C:\n  def main(self, a): return a',
    '# def main(a): return a\n"""def main(a): pass"""',
  ])('must be there: %s', (code) => {
    expect(check(code)).toEqual([
      {
        kind: 'entrypoint-missing',
        message: 'The code does not define main, the function that is called.',
      },
    ]);
  });

  it('must be a function', () => {
    const message = 'The code defines main as a class in line 2, but it is called as a function.';
    expect(check('\nclass main: pass')).toEqual([{ kind: 'entrypoint-missing', message, line: 2 }]);
  });

  it('may be a function of a class', () => {
    const code = 'class Solver:\n  @staticmethod\n  def solve(a): return a';
    expect(checkCode({ language, code, entrypoint: 'Solver.solve' })).toEqual([]);
    expect(checkCode({ language, code, entrypoint: 'Solver.other' })).toMatchObject([
      { kind: 'entrypoint-missing' },
    ]);
  });

  it.each([
    ['a, b', ['a', 'b']],
    ['a: int, b: dict[str, int] = {}', ['a', 'b']],
    ['a, /, b', ['a', 'b']],
    ['a, b, **more', ['a', 'b']],
    ['a, *b', ['a', 'c']],
    ['a, b', undefined],
    ['*, a, b', undefined],
  ])('may take its parameters as (%s)', (taken, parameters) => {
    expect(check(`def main(${taken}): return [a, b]`, parameters)).toEqual([]);
  });

  it.each([
    ['a, b', ['a'], '(a, b) in line 1, but must take exactly (a)'],
    ['b, a', ['a', 'b'], '(b, a) in line 1, but must take exactly (a, b)'],
    ['a, b, c=3', ['a', 'b'], '(a, b, c) in line 1, but must take exactly (a, b)'],
    ['a, *, b', ['a', 'b'], '(a, b) in line 1, but must take exactly (a, b)'],
    ['a, **b', [], '(a, **b) in line 1, but must take no parameters'],
  ])('may not take other parameters: (%s)', (taken, parameters, text) => {
    const problems = check(`def main(${taken}): return [a, b]`, parameters);
    expect(problems.filter(({ kind }) => kind === 'parameters-differ')).toEqual([
      { kind: 'parameters-differ', message: `The function main takes ${text}.`, line: 1 },
    ]);
  });

  it.each([
    'def main(\n  a, b): return a',
    'def main(\n  a, b):\n  b = a\n  return a',
    'def main(\n  a, b):\n  return [b for b in a]',
    'def main(\n  a, b):\n  return f(b=a.b)\ndef f(b): return b',
  ])('must use what it takes: %s', (code) => {
    const message = 'The function main never uses its parameter b, declared in line 2.';
    expect(check(code)).toEqual([{ kind: 'unused-parameter', message, line: 2 }]);
  });

  it.each([
    'return lambda: (a, b)',
    'b += a; return 1',
    'return f"{a}{b}"',
    'return [a for _ in b]',
    'return locals()',
    'def inner():\n    nonlocal b\n    b[0] = a\n  return inner',
  ])('uses what it takes: %s', (body) => {
    expect(
      check(`def main(a, b):\n  ${body}`).filter(({ kind }) => kind !== 'module-state'),
    ).toEqual([]);
  });
});

describe('checkCode, for Python', () => {
  it.each([
    ['import time', 'time.time()', 'clock: The code reads the clock: time.time() in line 2.'],
    ['import time as t', 't.sleep(1)', 'clock: The code uses a timer: time.sleep() in line 2.'],
    [
      'import datetime',
      'datetime.date.today()',
      'clock: The code reads the clock: datetime.date.today() in line 2.',
    ],
    [
      'from datetime import datetime as d',
      'd.now().year',
      'clock: The code reads the clock: datetime.datetime.now() in line 2.',
    ],
    [
      'import random',
      'random.randint(1, 6)',
      'randomness: The code draws random numbers: random.randint() in line 2.',
    ],
    [
      'from random import choice',
      'map(choice, a)',
      'randomness: The code draws random numbers: random.choice in line 2.',
    ],
    [
      'import os',
      'os.urandom(4)',
      'randomness: The code draws random numbers: os.urandom() in line 2.',
    ],
    [
      'import uuid',
      'uuid.uuid4()',
      'randomness: The code draws random numbers: uuid.uuid4() in line 2.',
    ],
    ['', 'print(a)', 'output: The code prints: print() in line 2.'],
    ['import sys', 'sys.stdout.write(a)', 'output: The code prints: sys.stdout.write() in line 2.'],
    ['', 'input()', 'input-output: The code waits for input: input() in line 2.'],
    ['', 'open(a).read()', 'input-output: The code reads or writes files: open() in line 2.'],
    [
      'from pathlib import Path',
      'Path(a)',
      'input-output: The code reads or writes files: pathlib.Path() in line 2.',
    ],
    [
      'import os',
      'os.environ["A"]',
      'input-output: The code depends on its surroundings: os.environ in line 2.',
    ],
    [
      'import sys',
      'sys.argv',
      'input-output: The code depends on its surroundings: sys.argv in line 2.',
    ],
    ['', 'eval(a)', 'hidden-code: The code makes code out of text: eval() in line 2.'],
    [
      '',
      '__import__("os")',
      'hidden-code: The code loads modules by names that it makes: __import__() in line 2.',
    ],
    ['', 'globals()["f"]', 'hidden-code: The code hides which names it uses: globals() in line 2.'],
    ['', 'xrange(3)', 'unknown-name: The code uses xrange in line 2, but it is not defined.'],
  ])('finds after "%s": %s', (head, expression, problem) => {
    expect(problemsOf(expression, head)).toEqual([problem]);
  });

  it.each([
    ['import random, time, sys, os', '1'],
    ['import sys', 'sys.maxsize'],
    ['import os', 'os.path.join(a, "b")'],
    ['from os.path import basename', 'basename(a)'],
    ['import datetime', 'datetime.date(2020, 1, 1) + datetime.timedelta(days=1)'],
    ['import time', 'time.strptime(a, "%Y")'],
    ['import uuid', 'uuid.UUID(a)'],
    ['from urllib.parse import quote', 'quote(a)'],
    ['import re, json, math, itertools', 're.compile(a)'],
    ['from math import *', 'sqrt(a)'],
    ['def print(x): return x', 'print(a)'],
    ['random = 1; input = 2', '[random, input]'],
    ['', '"print(1)"'],
    ['', 'a.open(print=1).eval'],
    ['', '__name__'],
  ])('takes after "%s": %s', (head, expression) => {
    expect(problemsOf(expression, head)).toEqual([]);
  });

  it.each([
    ['import socket', 'network: The code loads a module for the network: socket in line 2.'],
    [
      'from urllib import request',
      'network: The code loads a module for the network: urllib.request in line 2.',
    ],
    [
      'import urllib.request as r',
      'network: The code loads a module for the network: urllib.request in line 2.',
    ],
    ['import requests', 'network: The code loads a module for the network: requests in line 2.'],
    [
      'import math, shutil',
      'input-output: The code loads a module for input and output: shutil in line 2.',
    ],
    [
      'from concurrent.futures import Future',
      'input-output: The code loads a module for threads and processes: concurrent.futures in line 2.',
    ],
    ['import timeit', 'clock: The code loads a module that measures time: timeit in line 2.'],
    ['import logging', 'output: The code loads a module for output: logging in line 2.'],
    [
      'import numpy as np',
      'import: The code loads a module that is not in the standard library: numpy in line 2.',
    ],
    [
      'from .tools import f',
      'import: The code loads a module that is not in the standard library: .tools in line 2.',
    ],
    [
      'try:\n  import numpy.linalg\nexcept ImportError: numpy = 1',
      'import: The code loads a module that is not in the standard library: numpy.linalg in line 3.',
    ],
    ['from random import *', 'randomness: The code draws random numbers: random in line 2.'],
  ])('finds the module in %s', (statements, problem) => {
    expect(messagesOf(statements)).toEqual([problem]);
  });

  it('takes packages that may be loaded, but not all that they have', () => {
    const code = 'import numpy as np\ndef main(a): return np.sum(a) + np.random.rand()';
    const problems = checkCode({ language, code, entrypoint: 'main', packages: ['numpy'] });
    expect(problems.map(({ message }) => message)).toEqual([
      'The code draws random numbers: numpy.random.rand() in line 2.',
    ]);
  });

  it.each([
    ['a global statement', 'n = 0\ndef f():\n  global n\n  n += 1', 'n', 5],
    ['a new entry', 'memo = {}\ndef f(k): memo[k] = 1', 'memo', 3],
    ['a method that changes', 'seen = []\nf = lambda k: seen.append(k)', 'seen', 3],
    ['an attribute of a class', 'class C:\n  n = 0\n  def f(self): C.n += 1', 'C', 4],
  ])('finds %s that outlives a call', (_, statements, name, line) => {
    expect(messagesOf(statements)).toEqual([
      `module-state: The code leaves something behind for the next call: a function changes ${name}, which is defined outside of it, in line ${line}.`,
    ]);
  });

  it.each([
    'memo = {}\nmemo[1] = 2\nfor i in range(3): memo[i] = [j for j in memo]',
    'def f():\n  memo = {}\n  def g(k): memo[k] = 1\n  return g',
    'table = {1: 2}\ndef f(k): return table.get(k), table[k], sorted(table)',
    'class C:\n  def __init__(self): self.n = []\n  def f(self): self.n.append(1)',
    'import bisect\ndef f(a): bisect.insort(a, 1)',
  ])('takes what does not outlive a call: %s', (statements) => {
    expect(messagesOf(statements)).toEqual([]);
  });

  it('reports a name once, in its first line, and problems in the order of lines', () => {
    const code = [
      'from datetime import date',
      'def main(a):',
      '  print(a, open(a))',
      '  print(date.today())',
      '  return open(a)',
    ].join('\n');
    expect(check(code).map(({ kind, line }) => [kind, line])).toEqual([
      ['output', 3],
      ['input-output', 3],
      ['clock', 4],
    ]);
  });

  it('says where the text is no Python', () => {
    expect(check('def main(a):\n  return (a\n')).toEqual([
      {
        kind: 'syntax',
        message: 'The code cannot be read as Python: a ( that is never closed (line 2).',
        line: 2,
      },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(pythonText, fc.string({ unit: 'binary' })), (code) => {
        expect(Array.isArray(check(code, ['a']))).toBe(true);
      }),
    );
    expect(check(`main = ${'lambda: ('.repeat(20_000)}${')'.repeat(20_000)}`)).toEqual([]);
  });
});
