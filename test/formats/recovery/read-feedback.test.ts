import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedback } from '../../../src/formats/recovery/read-feedback.js';
import { formatFeedback, type JsonObject, type Verdict } from '../../../src/index.js';
import { taxTask } from '../../support/fixtures.js';

/** Values that say what feedback says, too. */
const misleading = fc.constantFrom(
  ' the code fails in line 1 with x',
  '"}, the code returns 5',
  ' the code was stopped ',
  '} the code runs out of memory',
  '\\',
  '"',
);
const values = fc.dictionary(fc.string(), fc.oneof(misleading, fc.string(), fc.integer()));

const verdicts = fc
  .tuple(values, misleading)
  .chain(([predicted, text]) =>
    fc.constantFrom<Verdict>(
      { status: 'correct', predicted },
      { status: 'mismatch', predicted, computed: text },
      { status: 'mismatch', predicted },
      { status: 'no-answer', reason: 'unreadable' },
      { status: 'no-answer', reason: 'nothing-found' },
      { status: 'no-answer', reason: 'cut-off' },
      { status: 'no-answer', reason: 'key-missing' },
      { status: 'invalid-input', predicted, problems: [text] },
      { status: 'runtime-error', predicted, error: { name: 'Error', message: text, line: 2 } },
      { status: 'runtime-error', predicted, error: { name: 'Error', message: text } },
      { status: 'step-limit', predicted },
      { status: 'out-of-memory', predicted },
    ),
  );

describe('readFeedback', () => {
  it('reads what formatFeedback says of a predicted input, whatever values it quotes', () => {
    fc.assert(
      fc.property(verdicts, (verdict) => {
        const feedback = formatFeedback(taxTask('input'), verdict);
        expect(readFeedback(feedback)).toEqual({ status: verdict.status, direction: 'input' });
      }),
      { numRuns: 300 },
    );
  });

  it('reads what formatFeedback says of a predicted output, with the truth and without', () => {
    const task = taxTask('output');
    const wrong: Verdict = { status: 'mismatch', predicted: 'Correct: this is what' };
    for (const revealTruth of [true, false]) {
      expect(readFeedback(formatFeedback(task, wrong, [], { revealTruth }))).toEqual({
        status: 'mismatch',
        direction: 'output',
      });
    }
    const missing: Verdict = { status: 'no-answer', reason: 'nothing-found' };
    expect(readFeedback(formatFeedback(task, missing))).toEqual({
      status: 'no-answer',
      direction: 'output',
    });
  });

  it('reads past values that were too long to be quoted whole', () => {
    const tricky = {
      'x"r': '} the code runs out of memory',
      y: '"}, the code returns 5'.repeat(20),
    };
    const told = formatFeedback(taxTask('input'), { status: 'mismatch', predicted: tricky });
    expect(told).toContain(' characters) ');
    expect(readFeedback(told)?.status).toBe('mismatch');
    const predicted: JsonObject = { text: `${'a"b'.repeat(200)} the code fails ` };
    const feedback = formatFeedback(taxTask('input'), { status: 'step-limit', predicted });
    expect(feedback).toContain(' characters) ');
    expect(readFeedback(feedback)?.status).toBe('step-limit');
  });

  it.each(['', 'Wrong.', 'Wrong input. With {"a": 1', 'successful'])(
    'knows nothing of %j',
    (text) => {
      expect(readFeedback(text)).toBeUndefined();
    },
  );
});
