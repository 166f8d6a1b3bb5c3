import type { CodeFunction } from '../../src/core/code-function.js';
import { directions, type Task } from '../../src/core/task.js';
import { createTasks } from '../../src/functions/create-tasks.js';
import { defineFunction } from '../../src/functions/define-function.js';

/**
 * Makes distinct tasks one by one, as a source that is never in memory as a whole. They take turns
 * between directions and between small functions, all of which add up their inputs; no two prompts
 * are the same. `syntheticAnswer` answers them.
 *
 * @param from - The number of the first one; a source that begins later makes the same tasks.
 */
export function* syntheticTasks(count: number, from = 0): Generator<Task, void, undefined> {
  for (let index = from; index < from + count; index++) yield syntheticTask(index);
}

/** Makes task `index`. */
export function syntheticTask(index: number): Task {
  const fn = functions[(index >> 1) % functions.length] as CodeFunction;
  const [name, ...others] = fn.parameters ?? [];
  const input: Record<string, number> = {};
  // The sum names the task, so that prompts that show the sum alone differ, too.
  const output = 1000 + 3 * index;
  let rest = output;
  for (const [at, other] of others.entries()) {
    const value = (index * (7919 + at)) % 997;
    input[other] = value;
    rest -= value;
  }
  const pair = { input: { [name as string]: rest, ...input }, output };
  return createTasks(fn, [pair], { directions: [directions[index & 1] as 'input'] })[0] as Task;
}

function adder(entrypoint: string, parameters: readonly string[], body: string): CodeFunction {
  return defineFunction({
    language: 'javascript',
    code: `function ${entrypoint}(${parameters.join(', ')}) {\n${body}\n}`,
    entrypoint,
    parameters: [...parameters],
    query: `A depot takes in goods several times a day. How much is it in all? (${entrypoint})`,
    ioDescription: `Input:\n${parameters.map((name) => `  \`${name}\` (integer)`).join('\n')}\nOutput: an integer.`,
  });
}

const functions: readonly CodeFunction[] = [
  adder('addTwo', ['morning', 'evening'], '  return morning + evening;'),
  adder(
    'addThree',
    ['morning', 'noon', 'evening'],
    '  const parts = [morning, noon, evening];\n  return parts.reduce((sum, part) => sum + part, 0);',
  ),
  adder(
    'addFour',
    ['morning', 'noon', 'evening', 'night'],
    '  let total = 0;\n  for (const part of [morning, noon, evening, night]) {\n    total += part;\n  }\n  return total;',
  ),
  adder(
    'addInSteps',
    ['first', 'second', 'third'],
    '  const total = first + second;\n  if (third === 0) return total;\n  return total + third;',
  ),
];
