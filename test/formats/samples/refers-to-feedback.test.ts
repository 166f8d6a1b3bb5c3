import { describe, expect, it } from 'vitest';
import { refersToFeedback } from '../../../src/formats/samples/refers-to-feedback.js';

const referring = [
  'My previous answer was off by one. {"output": 4}',
  'The first attempt ignored the tax. The result is {"output": 107}.',
  'As my earlier wrong prediction shows, the rate counts.',
  'I previously said 3, but it is {"output": 4}.',
  'Earlier I assumed that the list is sorted.',
  'Last time I calculated 12.',
  'This time, I count from zero: {"output": 4}',
  'Let me try again. {"output": 4}',
  'Let me go through the code once more.',
  'I\'ll work through this more carefully. {"output": 4}',
  'Given the feedback, the answer is {"output": 4}.',
  'Based on your feedback the rate is 7.',
  'As you pointed out, the code returns 8.',
  "You're absolutely right, the loop starts at 1.",
  'You’re right. {"output": 4}',
  'Thank you for pointing that out.',
  'I apologize for the confusion. {"output": 4}',
  'Sorry about that! {"output": 4}',
  'My mistake: the range is exclusive.',
  'I made a small error in the second step.',
  'I see the mistake: the range is exclusive.',
  'I was wrong about the rate.',
  'It is not 3, that was incorrect.',
  'I overlooked the second branch.',
  'The corrected answer is {"output": 4}.',
  'MY PREVIOUS\n  ANSWER did not add the tax.',
  'I mistakenly added the rate twice.',
  'We need another attempt: {"input": {"net": 4}}',
  'The first two steps hold up, but the rest came from a guess. {"output": 4}',
  'Step 1 was right, from step 2 on it was too small. {"output": 4}',
  'I only guessed the last value, so I finish the table. {"output": 4}',
  'The error must be in the rounding. {"output": 4}',
  'I reconsider the order of the rows. {"output": [1, 2]}',
];

const plain = [
  'The code adds net and rate: 100 + 7 = 107. {"output": {"gross": 107, "rate": 7}}',
  'First, the original input is [1, 2]. The last result of the loop is 3, so the output is 3.',
  'We initially set total to 0. Previously seen items are skipped. {"output": 4}',
  'For a negative price it throws a RangeError; the error is not caught. {"output": null}',
  'The window moves on, and we recompute the sum for each step. {"output": [1, 2]}',
  `${'The queue takes one item after another. '.repeat(8)}Then it is empty again, and 3 stays. {"output": 3}`,
  'This time step is 0.5 s, and the feedback loop has a gain of 2. {"output": 1}',
  'Trying net = 3 gives 8, which is too small; net = 4 gives 9. {"input": {"net": 4}}',
  'The second time through, i is 1. The right output follows. {"output": 4}',
  'The previous element is compared with the next. The correct order is kept. {"output": []}',
  'It counts the guesses of the player before the game is over. {"output": 4}',
  '',
];

describe('refersToFeedback', () => {
  it.each(referring)('finds that an answer looks back: %s', (text) => {
    expect(refersToFeedback(text)).toBe(true);
  });

  it.each(plain)('finds nothing in an answer that stands alone: %s', (text) => {
    expect(refersToFeedback(text)).toBe(false);
  });

  it('stays fast on long texts that nearly match', () => {
    const text = 'my previous, first, last, wrong, '.repeat(20_000);
    const start = performance.now();
    expect(refersToFeedback(text)).toBe(false);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
