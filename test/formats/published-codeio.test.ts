import { describe, expect, it } from 'vitest';
import { fromCodeIO } from '../../src/formats/from-codeio.js';
import { type Direction, toCodeIO, type VerdictStatus } from '../../src/index.js';

const retry = 'Please redo it, in whatever words.';
const code = 'import math\n\ndef main_solution(n):\n    return {"half": n / 2, "odd": n % 2 == 1}';

/** A prompt in the form of the published rows, whose values are shown as Python prints them. */
function publishedPrompt(direction: Direction, given: string): string {
  const other = direction === 'output' ? 'input' : 'output';
  return [
    'You are given a question that these lines tell:',
    'What is half of `n`?',
    'The input and output requirements (told in some way):',
    'Input:\n  `n` (int): a number\nOutput:\n  `return` (dict)',
    `Given the following ${other}:`,
    given,
    `Can you predict the ${direction}? Some words on how to answer.`,
    'Tip: Here is a reference code that may help.',
    code,
  ].join('\n\n');
}

function row(direction: Direction, feedback: string, second: string | null = null): object {
  return {
    prompt: publishedPrompt(direction, "{'half': 2.0, 'odd': False}"),
    turn_1: 'First.',
    feedback_1: second === null ? feedback : `${feedback}\n\n${retry}`,
    turn_2: second === null ? null : 'Second.',
    feedback_2: second,
  };
}

const published: readonly (readonly [Direction, string, VerdictStatus])[] = [
  ['output', 'Correct output!', 'correct'],
  ['input', 'Feasible input!', 'correct'],
  ['output', '[Mismatch] Your output, and the values in some words.', 'mismatch'],
  ['input', '[Mismatch] Your input, and the values in some words.', 'mismatch'],
  ['output', 'Fail to extract a complete something', 'no-answer'],
  ['input', 'The last json is not a dict, it seems', 'no-answer'],
  ['output', "No field 'output' anywhere", 'no-answer'],
  ['input', "No field 'input' anywhere", 'no-answer'],
  ['input', "main_solution() got an unexpected keyword argument 'm'", 'runtime-error'],
  ['input', "'a'", 'runtime-error'],
  ['input', 'Code execution time exceeded what there was.', 'step-limit'],
  ['input', 'An unknown error occurred.', 'unverifiable'],
];

describe('fromCodeIO with published rows', () => {
  it.each(published)('reads of an %s: %s', (direction, feedback, status) => {
    const read = fromCodeIO(row(direction, feedback));
    expect(read).toMatchObject({
      status: 'recovered',
      conversation: {
        task: { direction },
        turns: [{ prediction: { text: 'First.' }, verdict: { status }, feedback }],
      },
    });
  });

  it('takes the request to try again off the first feedback', () => {
    const revised = row('input', 'list index out of range', 'Feasible input!');
    const read = fromCodeIO(revised);
    expect(read).toMatchObject({
      status: 'recovered',
      conversation: {
        retryRequest: retry,
        outcome: 'revised',
        turns: [
          { verdict: { status: 'runtime-error' }, feedback: 'list index out of range' },
          { verdict: { status: 'correct' }, feedback: 'Feasible input!' },
        ],
      },
    });
    if (read.status === 'recovered') expect(toCodeIO(read.conversation)).toEqual(revised);
  });

  it('takes the prompt apart', () => {
    const read = fromCodeIO(row('output', 'Correct output!'));
    expect(read).toMatchObject({
      conversation: {
        task: {
          parts: {
            query: 'What is half of `n`?',
            ioDescription: 'Input:\n  `n` (int): a number\nOutput:\n  `return` (dict)',
            given: "{'half': 2.0, 'odd': False}",
            code,
            language: 'python',
          },
        },
      },
    });
  });

  it('does not take any text for an exception where an output was predicted', () => {
    expect(fromCodeIO(row('output', "'a'"))).toMatchObject({ status: 'unreadable' });
  });

  it('gives rows of one prompt one task', () => {
    const ids = ['Correct output!', 'The last json is not a dict, it seems'].map((feedback) => {
      const read = fromCodeIO(row('output', feedback));
      return read.status === 'recovered' ? read.conversation.task.id : undefined;
    });
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(fromCodeIO(row('input', 'Feasible input!'))).not.toMatchObject({
      conversation: { task: { id: ids[0] } },
    });
  });
});
