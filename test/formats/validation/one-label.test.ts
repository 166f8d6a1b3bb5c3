import { describe, expect, it } from 'vitest';
import {
  toRatedAnswers,
  toTrlUnpaired,
  trlUnpairedFormat,
  validateAxolotlUnpaired,
  validateLlamaFactoryUnpaired,
  validateTrlUnpaired,
} from '../../../src/formats/index.js';
import { createRowValidator } from '../../../src/formats/validation/create-row-validator.js';
import { revised, right } from '../support/conversations.js';

const rows = toRatedAnswers([right, revised]).map(toTrlUnpaired);
const onlyRight = rows.filter(({ label }) => label);
const onlyWrong = rows.filter(({ label }) => !label);

describe('rows of rated answers', () => {
  it('are fine with right and wrong answers', async () => {
    const { counts } = await validateTrlUnpaired(rows);
    expect(counts.map(({ rule }) => rule)).not.toContain('one-label');
  });

  it.each([
    ['right', onlyRight, 'true'],
    ['wrong', onlyWrong, 'false'],
  ])('are warned of when all are %s', async (_kind, some, label) => {
    const { isValid, findings } = await validateTrlUnpaired(some);
    expect(isValid).toBe(true);
    expect(findings).toContainEqual({
      severity: 'warning',
      rule: 'one-label',
      field: 'label',
      problem: `${label} in all rows, expected right answers and wrong ones`,
    });
  });

  it('are warned of in the formats of other trainers, too', async () => {
    const texts = { prompt: 'What?', completion: 'That.', system: '' };
    const axolotl = await validateAxolotlUnpaired([{ ...texts, label: true }]);
    expect(axolotl.findings).toMatchObject([{ rule: 'one-label', field: 'label' }]);
    const conversations = [
      { from: 'human', value: 'What?' },
      { from: 'gpt', value: 'That.' },
    ];
    const factory = await validateLlamaFactoryUnpaired([
      { conversations, kto_tag: false, system: '' },
    ]);
    expect(factory.findings).toMatchObject([{ rule: 'one-label', field: 'kto_tag' }]);
  });

  it('are looked at again when more follow, and without those that have errors', () => {
    const { columns, checks } = trlUnpairedFormat();
    const validator = createRowValidator({ columns, checks });
    const hasWarning = () => validator.report().counts.some(({ rule }) => rule === 'one-label');
    for (const row of onlyRight) validator.add(row);
    validator.add({ ...onlyWrong[0], completion: [] });
    expect([hasWarning(), hasWarning()]).toEqual([true, true]);
    validator.add(onlyWrong[0]);
    expect(hasWarning()).toBe(false);
  });
});
