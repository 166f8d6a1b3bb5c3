import { optionError } from '../../errors/option-error.js';
import { loadPeer } from './load-peer.js';

/** How texts are cut into tokens; `o200k_base` is that of OpenAI's models since GPT-4o. */
export type TokenEncoding = 'o200k_base' | 'cl100k_base';

/** What is needed of the tokenizer. */
interface Tokenizer {
  countTokens(text: string, options: { readonly disallowedSpecial: Set<string> }): number;
}

const tokenizers: Readonly<Record<TokenEncoding, () => Promise<Tokenizer>>> = {
  o200k_base: () => import('gpt-tokenizer/encoding/o200k_base'),
  cl100k_base: () => import('gpt-tokenizer/encoding/cl100k_base'),
};

/** The tokenizer's time grows with the square of the length of what it cannot take apart. */
const longestRun = 500;
const longRun = new RegExp(`(\\S{${longestRun + 1},}|\\s{${longestRun + 1},})`);
const piece = new RegExp(`.{1,${longestRun}}`, 'gsu');

/**
 * Makes a function that counts the tokens of a text, with the optional package `gpt-tokenizer`,
 * which is loaded now. Texts of special tokens, such as `<|endoftext|>`, count as the plain text
 * that they are in a row. The tokenizer of another model comes to other numbers.
 *
 * Counts are exact, except that a run of more than 500 characters without (or of nothing but) white
 * space is counted in pieces, each of which may add a token: otherwise a hostile text of a megabyte
 * would take minutes.
 *
 * @throws Error when the package is not installed.
 * @throws TypeError naming an option that is not as expected.
 */
export async function createTokenCounter(
  options: {
    /** @defaultValue 'o200k_base' */
    readonly encoding?: TokenEncoding | undefined;
  } = {},
): Promise<(text: string) => number> {
  const { encoding = 'o200k_base' } = options;
  if (!Object.hasOwn(tokenizers, encoding)) {
    const names = Object.keys(tokenizers).map((name) => `'${name}'`);
    throw optionError('encoding', names.join(' or '), encoding);
  }
  const { countTokens } = await loadPeer(
    'gpt-tokenizer',
    'createTokenCounter',
    tokenizers[encoding],
  );
  const plain = { disallowedSpecial: new Set<string>() };
  const count = (text: string): number => countTokens(text, plain);
  return (text) => {
    if (text.length <= longestRun || !longRun.test(text)) return count(text);
    // Every second part is a long run.
    const parts = text
      .split(longRun)
      .flatMap((part, index) => (index % 2 === 0 ? [part] : (part.match(piece) ?? [])));
    return parts.reduce((total, part) => total + count(part), 0);
  };
}
