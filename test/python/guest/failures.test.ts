import { expect, it } from 'vitest';
import { askGuest, callGuest, describeGuest, readResponses } from './run-guest.js';

describeGuest('failures in the Python guest', () => {
  it('names the error, its message and the innermost line of the program', () => {
    const cases: [string, Record<string, unknown>][] = [
      ['def main_solution():\n    return {}["a"]', { name: 'KeyError', message: "'a'", line: 2 }],
      [
        'def f():\n    1 / 0\n\ndef main_solution():\n    f()',
        { name: 'ZeroDivisionError', message: 'division by zero', line: 2 },
      ],
      [
        'import json\ndef main_solution():\n    json.loads("{")',
        { name: 'JSONDecodeError', line: 3 },
      ],
      ['x = 1\ny = (', { name: 'SyntaxError', line: 2 }],
      ['def main_solution():\nreturn 1', { name: 'IndentationError', line: 2 }],
      ['def main_solution():\n\n    eval("1 +")', { name: 'SyntaxError', line: 3 }],
      ['import sys\nsys.exit("bye")', { name: 'SystemExit', message: 'bye', line: 2 }],
      ['raise KeyboardInterrupt', { name: 'KeyboardInterrupt', message: '', line: 1 }],
      ['class Odd(BaseException): pass\nraise Odd(1, 2)', { name: 'Odd', message: '(1, 2)' }],
      ["raise ExceptionGroup('two', [ValueError(1)])", { name: 'ExceptionGroup', line: 1 }],
      ['def main_solution(): input()', { name: 'EOFError', line: 1 }],
      ['def main_solution():\n    return main_solution()', { name: 'RecursionError', line: 2 }],
      [
        'class Bad(Exception):\n    def __str__(self):\n        raise ValueError\nraise Bad',
        { name: 'Bad', message: '' },
      ],
      ['x = "\\ud800"\nraise ValueError(x)', { name: 'ValueError', message: '\ud800' }],
    ];
    const responses = readResponses(askGuest(cases.map(([source]) => ({ source }))));
    for (const [index, [source, expected]] of cases.entries()) {
      expect([source, responses[index]]).toEqual([
        source,
        expect.objectContaining({ status: 'threw', ...expected }),
      ]);
    }
  });

  it('cuts long names and messages', () => {
    const source =
      "type('N' * 500, (Exception,), {})\nraise type('N' * 500, (Exception,), {})('m' * 5000)";
    const [response] = readResponses([callGuest(source)]);
    expect(response).toMatchObject({
      name: `${'N'.repeat(100)}…`,
      message: `${'m'.repeat(1000)}…`,
    });
  });

  it('tells the end of memory from other errors', () => {
    const sources = ['raise MemoryError', 'def main_solution():\n    return [0] * 2 ** 60'];
    expect(askGuest(sources.map((source) => ({ source })))).toEqual([
      '{"status":"out-of-memory"}',
      '{"status":"out-of-memory"}',
    ]);
    const caught =
      'def main_solution():\n    try:\n        return [0] * 2 ** 60\n    except MemoryError:\n        return 1';
    expect(callGuest(caught)).toContain('"value":1');
  });

  it('names a module that is missing, and only one that really is', () => {
    const cases: [string, string | undefined, string][] = [
      ['import nomodule.part as part', 'nomodule', "No module named 'nomodule'"],
      ['from nomodule import x', 'nomodule', "No module named 'nomodule'"],
      ['def main_solution():\n    import nomodule', 'nomodule', "No module named 'nomodule'"],
      ['import os.nopart', undefined, "No module named 'os.nopart'; 'os' is not a package"],
      ['raise ModuleNotFoundError("No module named x")', undefined, 'No module named x'],
      ['raise ModuleNotFoundError("my text", name="json")', undefined, 'my text'],
      ['from math import nothing', undefined, "cannot import name 'nothing' from 'math'"],
      ['raise ImportError("my text")', undefined, 'my text'],
    ];
    const responses = readResponses(askGuest(cases.map(([source]) => ({ source }))));
    for (const [index, [source, missingModule, message]] of cases.entries()) {
      const response = responses[index];
      expect([source, response?.missingModule]).toEqual([source, missingModule]);
      expect(String(response?.message).startsWith(message)).toBe(true);
    }
  });

  it('names a module of the library that says what the platform lacks', () => {
    const source = `
import types, sys
code = compile('raise ImportError("no semaphores here")', 'synchronize.py', 'exec')
def main_solution():
    exec(code, {'__name__': 'multiprocessing.synchronize'})
`;
    expect(JSON.parse(callGuest(source))).toMatchObject({
      name: 'ImportError',
      missingModule: 'multiprocessing',
      line: 5,
    });
  });
});
