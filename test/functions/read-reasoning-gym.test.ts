import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReasoningGym } from '../../src/functions/read-reasoning-gym.js';
import type { CodeFunction, DataFileError } from '../../src/index.js';
import { collect } from '../support/collect.js';
import { hasHostPython, noHostPython, runHostPython } from '../support/host-python.js';
import { findSharedData, noSharedData } from '../support/shared-data.js';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codeio-gym-'));
  file = join(directory, 'gym.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const row = {
  task_description: 'Which of `words` is the longest?',
  input_output_spec: 'Input:\n  `words` (list of str)\nOutput:\n  `return` (str)',
  code_sample:
    'from random import random\nimport string\n\ndef main_solution(words):\n    return max(words, key=len)',
  input_generator:
    'def generate_inputs(rng: Random) -> dict:\n    sizes = [rng.randint(1, 9) for _ in range(3)]\n    return {"words": [string.ascii_letters[:size] for size in sizes]}',
  unique_inputs: 500,
  difficulty: 8,
};

describe('readReasoningGym', () => {
  it('reads functions with input generators, scores left out', async () => {
    await writeFile(file, JSON.stringify(row));
    const [fn] = await collect(readReasoningGym(file));
    expect(fn).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      language: 'python',
      code: row.code_sample,
      entrypoint: 'main_solution',
      query: row.task_description,
      ioDescription: row.input_output_spec,
      inputGenerator: expect.stringContaining('\ndef generate_input():\n'),
      source: { origin: 'open-thought/reasoning-gym: codeio', license: 'Apache-2.0' },
    });
  });

  it('names what is wrong with a line, and reads on', async () => {
    const lines = [row, { ...row, code_sample: '' }, { ...row, input_generator: null }, row];
    await writeFile(file, lines.map((each) => JSON.stringify(each)).join('\n'));
    const problems: string[] = [];
    const onProblem = ({ message }: DataFileError): void => void problems.push(message);
    expect(await collect(readReasoningGym(file, { onProblem }))).toHaveLength(2);
    expect(problems[0]).toContain(`${file}:2: code_sample: `);
    expect(problems[1]).toContain(`${file}:3: input_generator: `);
    await expect(collect(readReasoningGym(file))).rejects.toThrow(':2: code_sample: ');
  });

  it('makes generators that draw from the seed and nothing else', async ({ skip }) => {
    skip(!hasHostPython, noHostPython);
    await writeFile(file, JSON.stringify(row));
    const [fn] = await collect(readReasoningGym(file));
    const draw = [
      'import json, random, sys',
      'space = {}',
      'exec(sys.stdin.read(), space)',
      'for seed in [7, 8, 7]:',
      '    random.seed(seed)',
      '    print(json.dumps([space["generate_input"](), space["generate_input"]()]))',
    ].join('\n');
    const lines = runHostPython(draw, fn?.inputGenerator).trim().split('\n');
    const [first, second, again] = lines.map((text) => JSON.parse(text) as { words: string[] }[]);
    expect(first).toEqual(again);
    expect(first).not.toEqual(second);
    expect(first?.[0]).not.toEqual(first?.[1]);
    expect(first?.[0]?.words).toHaveLength(3);
  });

  it('reads every published function there is', async ({ skip }) => {
    const published = findSharedData('reasoning-gym-codeio-1500.jsonl.gz');
    if (published === undefined) return skip(noSharedData);
    const ids = new Set<string>();
    for await (const fn of readReasoningGym(published)) ids.add((fn satisfies CodeFunction).id);
    expect(ids.size).toBe(1500);
  });
});
