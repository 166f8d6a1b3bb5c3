import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCruxEval } from '../../src/functions/read-cruxeval.js';
import { DataFileError, stringifyJson } from '../../src/index.js';
import { collect } from '../support/collect.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-crux-'));
  file = join(directory, 'crux.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const code = 'def f(items, count=1):\n    return {i: (i, count) for i in items}';

function line(input: string, output: string, changes: object = {}): string {
  return JSON.stringify({ code, input, output, id: 'sample_7', ...changes });
}

describe('readCruxEval', () => {
  it('reads a function with names for its arguments, and its pair', async () => {
    await writeFile(file, line('[1, 2], "a"', '{1: (1, "a"), 2: (2, "a")}'));
    const [read] = await collect(readCruxEval(file));
    expect(read?.function).toMatchObject({
      language: 'python',
      code,
      entrypoint: 'f',
      parameters: ['items', 'count'],
      query: 'What does `f` return for `items` and `count`?',
      ioDescription:
        'Input:\n  `items` (list)\n  `count` (str)\nOutput:\n  what `f` returns, as JSON',
      source: { origin: 'facebookresearch/cruxeval: sample_7', license: 'MIT' },
    });
    expect(read?.pairs).toEqual([
      { input: { items: [1, 2], count: 'a' }, output: { 1: [1, 'a'], 2: [2, 'a'] } },
    ]);
  });

  it.each([
    ['[]', '{}', '{"items":[]}', ['items']],
    ['count = 2.0, items = [None]', '[True]', '{"count":2.0,"items":[null]}', ['items', 'count']],
    ['["""x\n"""], 2**0', '1', undefined, undefined],
    ['[18446744073709551617]', '1e400', '{"items":[18446744073709551617]}', ['items']],
  ])('reads f(%s) -> %s', async (call, output, input, parameters) => {
    await writeFile(`${file}.gz`, gzipSync(line(call, output)));
    const problems: string[] = [];
    const onProblem = ({ message }: DataFileError): void => void problems.push(message);
    const [read] = await collect(readCruxEval(`${file}.gz`, { onProblem }));
    expect(read && stringifyJson(read.pairs[0]?.input)).toEqual(input);
    expect(read?.function.parameters).toEqual(parameters);
    expect(problems).toHaveLength(input === undefined ? 1 : 0);
  });

  it('names what is wrong with a row, and reads on', async () => {
    const bad: [string, string][] = [
      [line('(1, 2)', '1'), 'input.items: a tuple, which JSON cannot carry unchanged'],
      [line('[{1, 2}]', '1'), 'input.items[0]: a set, which JSON cannot carry unchanged'],
      [line('b"x"', '1'), 'input.items: bytes, which JSON cannot carry unchanged'],
      [line('1j', '1'), 'input.items: a complex number, which JSON cannot carry unchanged'],
      [line('...', '1'), 'input.items: an ellipsis, which JSON cannot carry unchanged'],
      [
        line('{"a": {1: 2}}', '1'),
        'input.items.a: a dict with a key that is an integer, which JSON cannot carry unchanged',
      ],
      [line('[1]', '[{1}]'), 'output[0]: a set, which JSON cannot carry'],
      [line('[1]', 'f(1)'), 'output: f is no literal at position 0'],
      [line('[1]', '[1'), 'output: expected "," or "]", the text ends at position 2'],
      [line('1, 2, 3', '1'), 'input: 3 values for 2 parameters with a name'],
      [line('[1]', '1', { code: 'g = 1' }), 'input: the code does not define f'],
      [line('[1]', '1', { output: 5 }), 'output: Invalid input: expected string, received number'],
      ['{', 'expected a key in double quotes, the text ends at position 1'],
    ];
    const lines = [line('[1]', '1'), ...bad.map(([text]) => text), line('[2]', '2')];
    await writeFile(file, lines.join('\n'));
    const problems: string[] = [];
    const onProblem = ({ message }: DataFileError): void => void problems.push(message);
    expect(await collect(readCruxEval(file, { onProblem }))).toHaveLength(2);
    expect(problems).toEqual(bad.map(([, problem], at) => `${file}:${at + 2}: ${problem}`));
    await expect(collect(readCruxEval(file))).rejects.toThrow(DataFileError);
  });
});
