import { describe, expect, it } from 'vitest';
import { formatFeedback, type Prediction, type Turn, type Verdict } from '../../src/index.js';
import { taxTask } from '../support/fixtures.js';

const wrongOutput: Verdict = { status: 'mismatch', predicted: { gross: 108, rate: 7 } };
const turn = (verdict: Verdict): Turn => ({ prediction: {} as Prediction, verdict, feedback: '' });

describe('formatFeedback', () => {
  it.each<[string, 'input' | 'output', Verdict]>([
    ['Correct: this is what the code returns.', 'output', { status: 'correct', predicted: 1 }],
    [
      'Correct: with this input the code returns the wanted output.',
      'input',
      { status: 'correct', predicted: 1 },
    ],
    [
      'Wrong output. For the input {"net": 100, "rate": 7} the code does not return {"gross": 108, "rate": 7}.',
      'output',
      wrongOutput,
    ],
    [
      'Wrong input. With {"net": 1, "rate": 7} the code returns {"gross": 8, "rate": 7}, but the wanted output is {"gross": 107, "rate": 7}.',
      'input',
      { status: 'mismatch', predicted: { net: 1, rate: 7 }, computed: { gross: 8, rate: 7 } },
    ],
    [
      'Wrong input. With {"net": -1, "rate": 7} the code fails in line 2 with RangeError: negative price.',
      'input',
      {
        status: 'runtime-error',
        predicted: { net: -1, rate: 7 },
        error: { name: 'RangeError', message: 'negative price', line: 2 },
      },
    ],
    [
      'The answer 5 is not a valid input: it is odd.',
      'input',
      { status: 'invalid-input', predicted: 5, problems: ['it is odd'] },
    ],
    [
      'No answer: no JSON object in the reply has the key "output".',
      'output',
      { status: 'no-answer', reason: 'key-missing' },
    ],
  ])('%s', (text, direction, verdict) => {
    expect(formatFeedback(taxTask(direction), verdict)).toBe(text);
  });

  it('reveals the wanted output of an output task only when asked to', () => {
    expect(formatFeedback(taxTask('output'), wrongOutput)).not.toContain('107');
    expect(formatFeedback(taxTask('output'), wrongOutput, [], { revealTruth: true })).toContain(
      'The right output is {"gross": 107, "rate": 7}.',
    );
  });

  it('says when an answer repeats an earlier wrong one', () => {
    const history = [turn({ status: 'no-answer', reason: 'nothing-found' }), turn(wrongOutput)];
    expect(formatFeedback(taxTask('output'), wrongOutput, history)).toMatch(
      /This is the same answer as in attempt 2\.$/,
    );
    const other: Verdict = { status: 'mismatch', predicted: 1 };
    expect(formatFeedback(taxTask('output'), other, history)).not.toContain('same answer');
  });

  it('bounds the values that it quotes', () => {
    const verdict: Verdict = { status: 'mismatch', predicted: 'x'.repeat(100_000) };
    const text = formatFeedback(taxTask('output'), verdict);
    expect(text.length).toBeLessThan(600);
    expect(text).toContain('(100002 characters)');
  });

  it("refuses to make feedback of trouble that is not the model's", () => {
    const verdict: Verdict = { status: 'unverifiable', reason: 'sandbox-lost', detail: '' };
    expect(() => formatFeedback(taxTask('output'), verdict)).toThrow(TypeError);
  });
});
