import {
  type CodeFunction,
  createTasks,
  type Direction,
  defineFunction,
  type Task,
} from '../../src/index.js';

/** A small function with every field that matters to a task. */
export const addTax: CodeFunction = defineFunction({
  language: 'javascript',
  code: 'function addTax(net, rate) {\n  if (net < 0) throw new RangeError("negative price");\n  return { gross: net + rate, rate };\n}',
  entrypoint: 'addTax',
  parameters: ['net', 'rate'],
  query: 'What does a customer pay for goods of value `net` at the tax `rate`?',
  ioDescription:
    'Input:\n  `net` (integer)\n  `rate` (integer)\nOutput: an object with `gross` and `rate`.',
  inputGenerator:
    'function generateInput() { return { net: Math.floor(Math.random() * 1000), rate: Math.floor(Math.random() * 20) }; }',
  inputSchema: {
    type: 'object',
    properties: { net: { type: 'integer' }, rate: { type: 'integer', maximum: 100 } },
    required: ['net', 'rate'],
    additionalProperties: false,
  },
});

/** A task about `addTax` with `{ net: 100, rate: 7 }`. */
export function taxTask(direction: Direction, fn: CodeFunction = addTax): Task {
  const pair = { input: { net: 100, rate: 7 }, output: { gross: 107, rate: 7 } };
  return createTasks(fn, [pair], { directions: [direction] })[0] as Task;
}
