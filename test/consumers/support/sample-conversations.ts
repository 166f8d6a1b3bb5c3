import { type Conversation, createTasks, defineFunction, type Task } from '../../../src/index.js';
import { buildPrompt } from '../../../src/prompts/build-prompt.js';
import { conversationOf } from '../../formats/support/conversations.js';
import { addTax } from '../../support/fixtures.js';
import { answerTexts } from './answer-texts.js';

/** Tasks of both directions, in turns, each about a function of its own. */
const sampleTasks: readonly Task[] = Object.keys(answerTexts).map((name, index) => {
  const fn = defineFunction({ ...addTax, query: `${addTax.query} (${name})` });
  const pair = { input: { net: index, rate: 7 }, output: { gross: index + 7, rate: 7 } };
  const directions = [index % 2 === 0 ? 'output' : 'input'] as const;
  return createTasks(fn, [pair], { directions })[0] as Task;
});

/**
 * Two samples of every task: one that is right after feedback and one that is right at once. The
 * answers of the first are, in turns, the wrong and the right one that is special.
 */
export const sampleConversations: readonly Conversation[] = sampleTasks.flatMap((task, index) => {
  const texts = Object.values(answerTexts);
  const special = texts[index] ?? '';
  const other = texts[(index + 1) % texts.length] ?? '';
  const feedback = `The code gives ${index}.\n\n${other}`;
  return [
    conversationOf([
      { status: 'mismatch', text: other, feedback },
      { status: 'correct', text: special },
    ]),
    conversationOf([{ status: 'correct', text: special }], { sample: 1 }),
  ].map((conversation) => ({ ...conversation, task, prompt: buildPrompt(task) }));
});
