import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { loadPeer } from '../../../src/formats/validation/load-peer.js';
import { createTokenCounter } from '../../../src/formats/validation/token-counter.js';

describe('createTokenCounter', () => {
  it('counts as the tokenizer does, in the encoding that is asked for', async () => {
    const count = await createTokenCounter();
    const text = 'The crates weigh 41 and 1,200.\n\n```json\n{"output": [1, 2]}\n```\n 日本語 🎉';
    expect(count(text)).toBe(encode(text).length);
    expect(count('')).toBe(0);
    const former = await createTokenCounter({ encoding: 'cl100k_base' });
    expect(former('日本語')).not.toBe(count('日本語'));
  });

  it('counts the texts of special tokens as plain text', async () => {
    const count = await createTokenCounter();
    for (const text of ['<|endoftext|>', 'a <|endofprompt|> b', '<|endoftext|><|endoftext|>']) {
      expect(() => encode(text)).toThrow('Disallowed special token');
      expect(count(text)).toBeGreaterThan(6);
    }
    expect(encode('<|endoftext|>', { allowedSpecial: 'all' })).toHaveLength(1);
  });

  it('takes half of a surrogate pair', async () => {
    expect((await createTokenCounter())('a\uD83Db')).toBeGreaterThan(2);
  });

  it('counts long runs in pieces, near to what the tokenizer comes to, in little time', async () => {
    const count = await createTokenCounter();
    const text = `Here: ${'ab1+'.repeat(1000)} and ${' '.repeat(2000)} then ${'🎉'.repeat(600)}.`;
    const exact = encode(text).length;
    expect(count(text)).toBeGreaterThanOrEqual(exact);
    expect(count(text)).toBeLessThan(exact * 1.01 + 20);
    const prose = `${'The next crate weighs 41, so it goes. '.repeat(1000)}${'a'.repeat(501)}`;
    expect(Math.abs(count(prose) - encode(prose).length)).toBeLessThan(4);
    const startedAt = performance.now();
    expect(count('a'.repeat(200_000))).toBeGreaterThan(20_000);
    // All at once it takes half a minute.
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it('refuses an encoding that it does not know', async () => {
    await expect(createTokenCounter({ encoding: 'gpt2' as never })).rejects.toThrow(
      new TypeError(`encoding must be 'o200k_base' or 'cl100k_base', got "gpt2"`),
    );
  });
});

describe('loadPeer', () => {
  it('names the package that is missing, and how to install it', async () => {
    const load = () =>
      Promise.reject(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(loadPeer('gpt-tokenizer', 'createTokenCounter', load)).rejects.toThrow(
      'createTokenCounter needs the package gpt-tokenizer: npm install gpt-tokenizer',
    );
  });

  it('lets what is wrong with an installed package through', async () => {
    const load = () => Promise.reject(new SyntaxError('broken'));
    await expect(loadPeer('a', 'b', load)).rejects.toThrow(new SyntaxError('broken'));
  });
});
