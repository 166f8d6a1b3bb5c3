import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCodeIORaw } from '../../src/functions/read-codeio-raw.js';
import { createTasks, DataFileError, stringifyJson } from '../../src/index.js';
import { collect } from '../support/collect.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-raw-'));
  file = join(directory, 'raw.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const code = 'import math\n\ndef main_solution(n, step=1):\n    return {"sum": n + step}\n';

function line(ios: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const row = {
    problem_description: 'What is `n` with `step` added?',
    io_requirements: 'Input:\n  `n` (int)\nOutput:\n  `return` (dict)',
    refcode: code,
    funcname: 'main_solution',
    source: 'somewhere',
    category: 'math',
    meta: { any: 'thing' },
    ...changes,
  };
  return JSON.stringify(row).replace(/}$/, `,"ios":${ios}}`);
}

/** Reads the pairs of a function with these parameters, and what was wrong with others. */
async function readPairs(
  parameters: string,
  ios: string,
): Promise<{ pairs: string[]; problems: string[] }> {
  await writeFile(file, line(ios, { refcode: `def main_solution(${parameters}):\n    return 1` }));
  const problems: string[] = [];
  const onProblem = ({ message }: DataFileError): void => {
    problems.push(message.replace(`${file}:1: `, ''));
  };
  const [read] = await collect(readCodeIORaw(file, { onProblem }));
  return { pairs: read?.pairs.map((pair) => stringifyJson(pair)) ?? [], problems };
}

describe('readCodeIORaw', () => {
  it('reads functions and pairs that tasks can be made of', async () => {
    await writeFile(file, `${line('[{"input":{"n":1},"output":{"sum":2}}]')}\n\n${line('[]')}\n`);
    const [read, empty] = await collect(readCodeIORaw(file));
    expect(read?.function).toMatchObject({
      language: 'python',
      code,
      entrypoint: 'main_solution',
      query: 'What is `n` with `step` added?',
      ioDescription: 'Input:\n  `n` (int)\nOutput:\n  `return` (dict)',
      category: 'math',
      source: { origin: 'hkust-nlp/CodeIO-PyEdu-Reasoning-Raw: somewhere', license: 'ODC-BY' },
    });
    expect(read?.function).not.toHaveProperty('parameters');
    expect(read?.pairs).toEqual([{ input: { n: 1 }, output: { sum: 2 } }]);
    expect(empty).toEqual({ function: read?.function, pairs: [] });
    expect(createTasks(read?.function as never, read?.pairs ?? [])).toHaveLength(2);
  });

  it('keeps numbers as they were written, in a packed file too', async () => {
    const pair = '{"input":{"n":18446744073709551617},"output":[1.0,NaN,-Infinity,1e400]}';
    await writeFile(`${file}.gz`, gzipSync(line(`[${pair}]`)));
    const [read] = await collect(readCodeIORaw(`${file}.gz`));
    expect(stringifyJson(read?.pairs[0])).toBe(pair);
  });

  it('goes on after lines that cannot be read', async () => {
    const bad = [
      '{"problem_description":',
      '[]',
      line('{}'),
      line('[]', { refcode: '', funcname: 5 }),
      `${'['.repeat(2000)}${']'.repeat(2000)}`,
    ];
    const lines = [line('[]'), ...bad, line('[]', { category: null, source: null, ios: null })];
    await writeFile(file, lines.join('\n'));
    const problems: DataFileError[] = [];
    const read = await collect(readCodeIORaw(file, { onProblem: (error) => problems.push(error) }));
    expect(read).toHaveLength(2);
    expect(read[1]?.function).toMatchObject({
      source: { origin: 'hkust-nlp/CodeIO-PyEdu-Reasoning-Raw' },
    });
    expect(problems.map((problem) => problem.line)).toEqual([2, 3, 4, 5, 6]);
    expect(problems.map(({ message }) => message.slice(file.length + 4, file.length + 24))).toEqual(
      [
        'expected a value, th',
        'the row: Invalid inp',
        'ios: Invalid input: ',
        'refcode: Too small: ',
        'nested deeper than 1',
      ],
    );
    await expect(collect(readCodeIORaw(file))).rejects.toThrow(DataFileError);
  });

  it('leaves out pairs that cannot be read, and keeps the others', async () => {
    const ios = `[5, {"output":1}, {"input":{"n":1}}, {"input":{"n":2},"output":null},
      {"input":"{'n': {1, 2}}","output":3}, {"input":"{'n': 1","output":3},
      {"input":"{'n': 1}","output":"{'a': b'x'}"}, {"input":[1],"output":1}]`;
    expect(await readPairs('n, m', ios.replaceAll('\n', ' '))).toEqual({
      pairs: ['{"input":{"n":2},"output":null}'],
      problems: [
        'ios[0]: not an object',
        'ios[1].input: missing',
        'ios[2].output: missing',
        'ios[4].input.n: a set, which JSON cannot carry',
        'ios[5].input: neither JSON nor a Python literal: expected "," or "}", the text ends at position 7',
        'ios[6].output.a: bytes, which JSON cannot carry',
        'ios[7].input: a list of 1, which is not what the function takes',
      ],
    });
    await expect(collect(readCodeIORaw(file))).rejects.toThrow(`${file}:1: ios[0]: not an object`);
  });

  it('reads dicts that are given as text of Python or JSON, and the outputs beside them', async () => {
    const ios = JSON.stringify([
      { input: "{'n': (1, 2.0), 'm': {3: None}}", output: "{'a': [True, nan]}" },
      { input: '{"n": true, "m": 2}', output: 'plain words' },
      { input: "{'n': 1, 'm': 2}", output: 7 },
      { input: { n: "{'a': 1}", m: 2 }, output: "{'a': 1}" },
    ]);
    expect(await readPairs('n, m', ios)).toEqual({
      pairs: [
        '{"input":{"n":[1,2.0],"m":{"3":null}},"output":{"a":[true,NaN]}}',
        '{"input":{"n":true,"m":2},"output":"plain words"}',
        '{"input":{"n":1,"m":2},"output":7}',
        `{"input":{"n":"{'a': 1}","m":2},"output":"{'a': 1}"}`,
      ],
      problems: [],
    });
  });

  it.each([
    ['a, b', '[1, [2]]', '{"a":1,"b":[2]}'],
    ['a, b, c=0', '"(1, \'x\')"', '{"a":1,"b":"x"}'],
    ['a', '[1, 2]', '{"a":[1,2]}'],
    ['a, b=0', '[1, 2]', '{"a":[1,2]}'],
    ['a', '5', '{"a":5}'],
    ['a', '"some text"', '{"a":"some text"}'],
    ['a', '"{\'b\': 1}"', '{"a":"{\'b\': 1}"}'],
    ['a', '"{\'a\': 1}"', '{"a":1}'],
    ['a', 'null', '{"a":null}'],
  ])('gives names to what comes without: def main_solution(%s), %s', async (list, given, input) => {
    const { pairs, problems } = await readPairs(list, `[{"input":${given},"output":1}]`);
    expect({ pairs, problems }).toEqual({ pairs: [`{"input":${input},"output":1}`], problems: [] });
  });

  it.each([
    ['a, b', '[1, 2, 3]', 'a list of 3, which is not what the function takes'],
    ['a, b', '5', 'a single value, which is not what the function takes'],
    ['a, *, b', '[1]', 'a list of 1, which is not what the function takes'],
    ['*rest', '[1]', 'a list of 1, which is not what the function takes'],
    ['(a', '[1]', 'no object, and the parameters of the function are not known'],
  ])('does not guess: def main_solution(%s), %s', async (list, given, problem) => {
    const { pairs, problems } = await readPairs(list, `[{"input":${given},"output":1}]`);
    expect({ pairs, problems }).toEqual({ pairs: [], problems: [`ios[0].input: ${problem}`] });
  });
});
