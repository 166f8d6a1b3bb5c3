/**
 * Prompts, feedback and the joined response in your own words.
 *
 *     npx tsx examples/custom-prompts.ts
 */
import {
  buildPrompt,
  createSandbox,
  createTasks,
  defineFunction,
  type FeedbackFormatter,
  formatFeedback,
  type PromptTemplate,
  promptTemplates,
  revise,
  stopOnRepetition,
  toJoined,
} from 'codeio';
import { createSimulatedModel } from 'codeio/testing';

const fn = defineFunction({
  language: 'javascript',
  code: 'const rotate = (word, by) => word.slice(by) + word.slice(0, by);',
  entrypoint: 'rotate',
  parameters: ['word', 'by'],
  query: 'What does `word` read when its first `by` letters move to its end?',
  ioDescription: 'Input: `word` (string), `by` (integer). Output: a string.',
});
const pairs = [{ input: { word: 'stressed', by: 3 }, output: 'essedstr' }];
const [task] = createTasks(fn, pairs, { directions: ['output'] });
if (task === undefined) throw new Error('there is a pair, so there is a task');

// The prompts of the paper's Table 3 are data; take one, or write your own with the same placeholders.
console.log(`Code only:\n${buildPrompt(task, { template: promptTemplates.code })[0]?.content}\n`);

const template: PromptTemplate = {
  system: 'You are a careful interpreter of {{languageName}}.',
  output: '{{code}}\n\n{{entrypoint}} gets {{input}}. What comes out? Answer with {"output": …}.',
  input: '{{code}}\n\n{{entrypoint}} returned {{output}}. What went in? Answer with {{inputForm}}.',
};

// Feedback is a function of the verdict; this one adds a hint to the words of the library.
const feedback: FeedbackFormatter = (task, verdict, history) =>
  `${formatFeedback(task, verdict, history)} (Attempt ${history.length + 1}; the length is ${String(task.pair.output).length}.)`;

const model = createSimulatedModel({
  respond: (messages) =>
    messages.length < 4 ? 'It is {"output": "edstress"}.' : 'I see: {"output": "essedstr"}.',
});
await using sandbox = createSandbox();
const conversation = await revise(task, {
  model,
  sandbox,
  template,
  feedback,
  retryRequest: 'Look at each letter, then answer again.',
  maxTurns: 3,
  stopWhen: stopOnRepetition(),
});

const { response } = toJoined(conversation, {
  template: { check: '\nLet us see. ', wrong: 'No: ', retry: '\nAnother try. ', right: 'Yes.' },
});
console.log(`Joined response:\n${response}`);
console.log(`\noutcome: ${conversation.outcome}`);
