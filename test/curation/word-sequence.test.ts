import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitWords } from '../../src/curation/word-sequence.js';

/** The words of a text, each with what it is in the text. */
function wordsOf(text: string): readonly (readonly [word: string, original: string])[] {
  const words: [string, string][] = [];
  visitWords(text, (word, start, end) => words.push([word, text.slice(start, end)]));
  return words;
}

const plainWordsOf = (text: string) => wordsOf(text).map(([word]) => word);

describe('visitWords', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'blanks part words',
      'one\ttwo\n\u00a0three\u3000four',
      [
        ['one', 'one'],
        ['two', 'two'],
        ['three', 'three'],
        ['four', 'four'],
      ],
    ],
    [
      'digits and punctuation vanish',
      `"Don't", (x1_y): 42 -- a-b!`,
      [
        ['dont', "Don't"],
        ['xy', 'x1_y'],
        ['ab', 'a-b'],
      ],
    ],
    [
      'nor do digits begin or end a word',
      '3d 1st v2.',
      [
        ['d', 'd'],
        ['st', 'st'],
        ['v', 'v'],
      ],
    ],
    ['letters of full width are the usual ones', 'ＡＢ３ｃ', [['abc', 'ＡＢ３ｃ']]],
    ['marks stay with their letters', 'E\u0301t\u00c9', [['été', 'E\u0301t\u00c9']]],
    [
      'Hangul is written with blanks',
      '한국어 텍스트',
      [
        ['한국어', '한국어'],
        ['텍스트', '텍스트'],
      ],
    ],
    [
      'each Han character is a word',
      '整数数组nums和 x。',
      [
        ['整', '整'],
        ['数', '数'],
        ['数', '数'],
        ['组', '组'],
        ['nums', 'nums'],
        ['和', '和'],
        ['x', 'x'],
      ],
    ],
    [
      'each kana is a word, of whatever width',
      'ｶﾞｰか\u3099',
      [
        ['ガ', 'ｶﾞ'],
        ['ー', 'ｰ'],
        ['が', 'か\u3099'],
      ],
    ],
    [
      'Thai is written without blanks',
      'ที่ดี',
      [
        ['ที่', 'ที่'],
        ['ดี', 'ดี'],
      ],
    ],
    [
      'letters beyond 16 bits are whole',
      '𠮷𝐀𝐛',
      [
        ['𠮷', '𠮷'],
        ['ab', '𝐀𝐛'],
      ],
    ],
    ['emoji and symbols are no letters', '❤️ 1️⃣ ™ big❤️', [['big', 'big']]],
    [
      'invisible characters vanish',
      'soft\u00adhyphen\u200b\u200d',
      [['softhyphen', 'soft\u00adhyphen']],
    ],
    ['lone surrogates vanish', '\ud800a\udc00b', [['ab', 'a\udc00b']]],
    ['a symbol made of letters is no letter', 'Foo™ ㎏', [['foo', 'Foo']]],
    ['a letter that stands for many words is one', 'ﷺ', [['صلىاللهعليهوسلم', 'ﷺ']]],
    ['nothing', '', []],
    ['no letters', ' 12, 3.5 !', []],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  const asciiText = fc.string({ unit: 'binary-ascii', maxLength: 200 });
  const anyText = fc.string({ unit: 'binary', maxLength: 100 });

  it('reads ASCII alike among other text', () => {
    fc.assert(
      fc.property(asciiText, (text) => {
        expect(wordsOf(`${text} é`)).toEqual([...wordsOf(text), ['é', 'é']]);
      }),
    );
  });

  it('does without case and digits', () => {
    fc.assert(
      fc.property(asciiText, (text) => {
        expect(plainWordsOf(text.toUpperCase())).toEqual(plainWordsOf(text));
        expect(plainWordsOf(text.replace(/\d/g, ''))).toEqual(plainWordsOf(text));
      }),
    );
  });

  it('gives rising spans that begin and end with a letter or a mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        visitWords(text, (word, start, end) => {
          expect(word).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toMatch(/^\p{L}.*?[\p{L}\p{M}]?$/su);
          last = end;
        });
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
