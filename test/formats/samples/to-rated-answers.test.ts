import { describe, expect, it } from 'vitest';
import { withThinkTags } from '../../../src/formats/messages/training-messages.js';
import { toRatedAnswers } from '../../../src/formats/samples/to-rated-answers.js';
import { defaultRetryRequest } from '../../../src/index.js';
import { conversationOf, revised, right, unverifiable } from '../support/conversations.js';

describe('toRatedAnswers', () => {
  it('rates every answer after all that came before it', () => {
    const { prompt, task } = revised;
    const first = 'Answer 1 of sample 0: {"output": 1}';
    expect(toRatedAnswers([revised])).toEqual([
      { taskId: task.id, prompt, completion: first, label: false },
      {
        taskId: task.id,
        prompt: [
          ...prompt,
          { role: 'assistant', content: first },
          { role: 'user', content: `Wrong: 1.\n\n${defaultRetryRequest}` },
        ],
        completion: 'Answer 2 of sample 0: {"output": 2}',
        label: true,
      },
    ]);
  });

  it('leaves out answers that were not verified and empty ones, and keeps the others', () => {
    expect(toRatedAnswers([unverifiable]).map(({ label }) => label)).toEqual([false]);
    const silent = conversationOf([{ status: 'no-answer', text: '\n' }, 'correct']);
    expect(toRatedAnswers([silent]).map(({ label }) => label)).toEqual([true]);
  });

  it('keeps the order of the conversations, of whatever tasks', () => {
    const other = conversationOf(['mismatch'], { direction: 'input' });
    const answers = toRatedAnswers([other, right]);
    expect(answers.map(({ taskId }) => taskId)).toEqual([other.task.id, right.task.id]);
    expect(toRatedAnswers([])).toEqual([]);
  });

  it('makes the texts of answers as it is told, in the prompt, too', () => {
    const thinking = conversationOf([
      { status: 'mismatch', text: 'a', reasoning: 'Hm.' },
      { status: 'correct', text: 'b' },
    ]);
    const answers = toRatedAnswers([thinking], { answerText: withThinkTags });
    const thought = '<think>\nHm.\n</think>\n\na';
    expect(answers[0]?.completion).toBe(thought);
    expect(answers[1]?.prompt[2]).toEqual({ role: 'assistant', content: thought });
    expect(answers[1]?.completion).toBe('b');
  });
});
