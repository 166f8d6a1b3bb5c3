import { describe, expect, it } from 'vitest';
import { readGiven, readGivenOutput } from '../../../src/formats/recovery/read-given.js';

describe('readGiven', () => {
  it.each([
    ['{"a": [1.5, null]}', { a: [1.5, null] }],
    ["{'a': (1.5, None), 2: True}", { a: [1.5, null], 2: true }],
    ['"quoted"', 'quoted'],
    ["'quoted'", 'quoted'],
  ])('reads %s', (text, value) => {
    expect(readGiven(text)).toEqual({ status: 'carried', value });
  });

  it('says what is wrong, and where', () => {
    expect(readGiven("{'a': [b'x']}")).toMatchObject({ path: '.a[0]', reason: 'bytes' });
    expect(readGiven('two words')).toMatchObject({ status: 'refused', path: '' });
  });
});

describe('readGivenOutput', () => {
  const told = (json: string): string => `Given the output ${json}, your input is not right.`;

  it('takes a text for what it looks like, or for itself', () => {
    expect(readGivenOutput('[1]', [])).toEqual([[1], '[1]']);
    expect(readGivenOutput('one', [])).toEqual(['one']);
    expect(readGivenOutput('{1, 2}', [])).toEqual(['{1, 2}']);
  });

  it('takes it for what one of the feedbacks quotes', () => {
    expect(readGivenOutput('[1]', ['Hm.', told('[1]')])).toEqual([[1]]);
    expect(readGivenOutput('[1]', [told('"[1]"')])).toEqual(['[1]']);
  });

  it('reads past the words after the quote where the text holds them', () => {
    const text = '"a, your b", your "c';
    expect(readGivenOutput('1', [told(JSON.stringify(text))])).toEqual([1, '1']);
    expect(readGivenOutput("'1, your 2'", [told('"\'1, your 2\'"')])).toEqual(["'1, your 2'"]);
  });

  it('does not believe a quote of something else, or one that is no JSON', () => {
    for (const feedback of [
      told('[2]'),
      told('[1'),
      'Given the output [1]',
      told(', your '.repeat(99)),
    ]) {
      expect(readGivenOutput('[1]', [feedback])).toEqual([[1], '[1]']);
    }
  });
});
