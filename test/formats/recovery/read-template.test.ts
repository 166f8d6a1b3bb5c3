import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/formats/recovery/read-template.js';
import { renderTemplate } from '../../../src/prompts/prompt-template.js';

/** Texts that do not hold the separator. */
const value = fc.string().filter((text) => !text.includes('||'));

describe('readTemplate', () => {
  it('is the reverse of filling a template in', () => {
    fc.assert(
      fc.property(value, value, fc.string(), (a, b, end) => {
        // A value that ends as the separator begins moves the place where that is found.
        fc.pre(!a.endsWith('|') && !b.endsWith('|'));
        const template = '<{{a}}||{{b}}||{{end}}>';
        const text = renderTemplate(template, { a, b, end });
        expect(readTemplate(template, text)).toEqual({ a, b, end });
      }),
    );
  });

  it.each([
    ['plain', 'plain', {}],
    ['plain', 'other', undefined],
    ['a {{x}}', 'b c', undefined],
    ['{{x}} b', 'a c', undefined],
    ['{{x}}-{{y}}', 'ab', undefined],
    ['aa{{x}}aa', 'aaa', undefined],
    ['{{x}} and {{x}}', 'you and you', { x: 'you' }],
    ['{{x}} and {{x}}', 'you and me', undefined],
  ])('reads with %j of %j: %j', (template, text, values) => {
    expect(readTemplate(template, text)).toEqual(values);
  });
});
