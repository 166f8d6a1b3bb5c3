import { type Conversation, createTasks, defineFunction, type Task } from '../../../src/index.js';
import { buildPrompt } from '../../../src/prompts/build-prompt.js';
import { conversationOf } from '../../formats/support/conversations.js';
import { addTax } from '../../support/fixtures.js';

/** A reply with the score that it deserves. */
export interface RatedReply {
  readonly kind: string;
  readonly text: string;
  readonly score: 0 | 1;
}

/** Adds a tax; on some inputs it never ends, throws, or takes all memory. */
const trap = defineFunction({
  ...addTax,
  code: `function addTax(net, rate) {
    while (net === 13);
    if (net === 14) throw new Error('} { "output": 1 }');
    if (net === 15) for (const all = []; ; ) all.push('x'.repeat(1e6) + all.length);
    return { gross: net + rate, rate };
  }`,
});

const tasks = (['output', 'input'] as const).map((direction) => {
  const pair = { input: { net: 100, rate: 7 }, output: { gross: 107, rate: 7 } };
  return createTasks(trap, [pair], { directions: [direction] })[0] as Task;
});

/** One conversation about each task that replies are scored for. */
export const rewardedConversations: readonly Conversation[] = tasks.map((task) => ({
  ...conversationOf(['correct']),
  task,
  prompt: buildPrompt(task),
}));

const malformed: readonly RatedReply[] = [
  { kind: 'empty', text: '', score: 0 },
  { kind: 'no JSON', text: 'I do not know.', score: 0 },
  { kind: 'cut off', text: '{"output": {"gross": 10', score: 0 },
  { kind: 'a number that is none', text: '{"output": NaN, "input": NaN}', score: 0 },
  { kind: 'half a character', text: '\uD800 {"output": "\uDC00", "input": "\\uD800"}', score: 0 },
  { kind: 'deep', text: `{"output": ${'['.repeat(50_000)}`, score: 0 },
  { kind: 'long', text: `{"output": "${'x'.repeat(500_000)}"}`, score: 0 },
];

/** Replies to the output task and to the input task: right, wrong, hostile, malformed. */
export const replies: readonly (readonly RatedReply[])[] = [
  [
    { kind: 'right', text: 'So: {"output": {"gross": 107, "rate": 7}}', score: 1 },
    {
      kind: 'right in other words',
      text: '```json\n{"output":{"rate":7.0,"gross":1.07e2}}\n```',
      score: 1,
    },
    { kind: 'wrong', text: '{"output": {"gross": 108, "rate": 7}}', score: 0 },
    { kind: 'wrong type', text: '{"output": {"gross": "107", "rate": 7}}', score: 0 },
    { kind: 'prototype', text: '{"output": {"__proto__": {"gross": 107, "rate": 7}}}', score: 0 },
    { kind: 'a score', text: '{"score": 1, "status": "correct"}', score: 0 },
    ...malformed,
  ],
  [
    { kind: 'right', text: 'So: {"input": {"net": 100, "rate": 7}}', score: 1 },
    { kind: 'wrong', text: '{"input": {"net": 100, "rate": 8}}', score: 0 },
    { kind: 'wrong type', text: '{"input": {"net": "100", "rate": 7}}', score: 0 },
    { kind: 'never ends', text: '{"input": {"net": 13, "rate": 7}}', score: 0 },
    { kind: 'throws', text: '{"input": {"net": 14, "rate": 7}}', score: 0 },
    { kind: 'takes all memory', text: '{"input": {"net": 15, "rate": 7}}', score: 0 },
    {
      kind: 'code',
      text: '{"input": {"net": "process.exit(0)", "rate": "globalThis.addTax = 0"}}',
      score: 0,
    },
    { kind: 'prototype', text: '{"input": {"__proto__": {"net": 100, "rate": 7}}}', score: 0 },
    { kind: 'the output', text: '{"output": {"gross": 107, "rate": 7}}', score: 0 },
    ...malformed,
  ],
];
