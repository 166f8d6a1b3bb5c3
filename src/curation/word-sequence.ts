const beyondAscii = /[\u0080-\uffff]/;

/** Receives a word in its normal form, and where it is in the text: UTF-16 offsets, end exclusive. */
export type WordVisitor = (word: string, start: number, end: number) => void;

/**
 * The scripts that are written without blanks between words. The extensions of a script (`scx`)
 * take in the letters that several share, such as the long vowel mark of both kana.
 */
const unspacedScripts = [
  ...['scx=Han', 'scx=Hira', 'scx=Kana', 'sc=Bopo', 'sc=Yiii'],
  ...['sc=Thai', 'sc=Laoo', 'sc=Khmr', 'sc=Mymr', 'sc=Tibt'],
]
  .map((script) => `\\p{${script}}`)
  .join('');

const spacedLetter = `[a-zA-Z]|(?![${unspacedScripts}])\\p{L}`;

/**
 * A run of letters of a script with blanks, or one letter of a script without, each with its marks.
 * Half-width kana have their voicing marks as letters.
 */
const allLetters = new RegExp(
  `(?:${spacedLetter})(?:${spacedLetter}|\\p{M})*|(\\p{L}[\\p{M}\\uff9e\\uff9f]*)`,
  'gu',
);

/** The same for text in ASCII, which is most text and reads twice as fast. */
const asciiLetters = /[a-zA-Z]+/g;

/** What the compatible form of a letter may hold besides letters, and variants of the same letter. */
const notLetters = /[^\p{L}\p{M}]|\p{Variation_Selector}/gu;

/**
 * Visits the words of a text in order. A word is what stands between blanks, without everything
 * that is not a letter: `don't` is `dont`, `x1` is `x`, and `42` is no word. In scripts that are
 * written without blanks (Han, kana, Thai, …) each letter with its marks is a word. Words are given
 * in lower case and in the form NFKC; their offsets go from the first letter to behind the last.
 */
export function visitWords(text: string, visit: WordVisitor): void {
  const isAscii = !beyondAscii.test(text);
  const letters = isAscii ? asciiLetters : allLetters;
  let raw = '';
  let start = 0;
  let end = 0;
  const finishWord = (): void => {
    const word = isAscii ? raw.toLowerCase() : normalise(raw);
    raw = '';
    if (word !== '') visit(word, start, end);
  };

  letters.lastIndex = 0;
  for (let match = letters.exec(text); match !== null; match = letters.exec(text)) {
    const isWholeWord = match[1] !== undefined;
    if (raw !== '' && (isWholeWord || hasBlank(text, end, match.index))) finishWord();
    if (raw === '') start = match.index;
    raw += match[0];
    end = match.index + match[0].length;
    if (isWholeWord) finishWord();
  }
  if (raw !== '') finishWord();
}

function normalise(raw: string): string {
  return raw.normalize('NFKC').replace(notLetters, '').toLowerCase();
}

function hasBlank(text: string, from: number, to: number): boolean {
  for (let position = from; position < to; position++) {
    const code = text.charCodeAt(position);
    if (code <= 32 || (code > 127 && /\s/.test(text.charAt(position)))) return true;
  }
  return false;
}
