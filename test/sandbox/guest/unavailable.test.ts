import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import numberFormat from '../../../src/sandbox/guest/number-format.js?raw';
import unavailable from '../../../src/sandbox/guest/unavailable.js?raw';
import { createGuest, type Guest, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([numberFormat, unavailable]);
});
afterAll(() => guest.dispose());

const isSupported = (name: string): boolean =>
  nodeOutcome(`typeof ${name}`) !== '{"value":"undefined"}';

describe('what the sandbox does not have', () => {
  it.each([
    ['new URL("https://example.com").host', 'URL'],
    ['URL.canParse("x")', 'URL.canParse'],
    ['new URLSearchParams("a=1")', 'URLSearchParams'],
    ['fetch("https://example.com")', 'fetch'],
    ['Buffer.from("a")', 'Buffer.from'],
    ['require("node:fs")', 'require'],
    ['"subtle" in crypto', 'crypto.subtle'],
    ['Object.keys(crypto)', 'crypto'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['new AbortController()', 'AbortController'],
    ['new (class Own extends EventTarget {})()', 'EventTarget'],
    ['new Intl.PluralRules("en")', 'Intl.PluralRules'],
    ['new Intl.DateTimeFormat()', 'Intl.DateTimeFormat'],
    ['Intl.supportedValuesOf("unit")', 'Intl.supportedValuesOf'],
    ['[..."ab"].map(Intl.getCanonicalLocales)', 'Intl.getCanonicalLocales'],
    ['URL.polyfill = 1', 'URL.polyfill'],
  ])('refuses %s by its name', (expression, name) => {
    expect(JSON.parse(guest.outcome(expression))).toEqual({
      name: 'ReferenceError',
      message: `${name} is not available in the sandbox`,
    });
  });

  it.each(
    [
      ...['URL', 'fetch', 'Buffer', 'crypto', 'Intl', 'Intl.Segmenter'],
      ...['AbortController', 'module', 'window', 'document', 'WebAssembly', 'Response'],
    ].filter((name) => isSupported(name) || !name.includes('.')),
  )('answers typeof %s as Node.js does, so that programs take the same path', (name) => {
    expect(guest.outcome(`typeof ${name}`)).toBe(nodeOutcome(`typeof ${name}`));
  });

  it.each([
    '[{} instanceof URL, [] instanceof Buffer, (() => {}) instanceof AbortSignal]',
    'Object.keys(globalThis).includes("URL")',
    '[URL.name, Object.prototype.toString.call(Intl)]',
    '(() => { const own = globalThis.fetch; try { globalThis.fetch = () => 5; return fetch(); } finally { globalThis.fetch = own; } })()',
  ])('makes %s what it is in Node.js', (expression) => {
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it('leaves what another file provides', () => {
    expect(guest.outcome('new Intl.NumberFormat("en-US").format(1234)')).toBe('{"value":"1,234"}');
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([unavailable]);
    own.run('var proxy = URL, node = crypto, message = ""');
    own.run(poison);
    own.run('try { new proxy() } catch (error) { message = error.message }');
    own.run(`if (message !== 'URL is not available in the sandbox') throw new RangeError(message)`);
    own.run('try { node.subtle } catch (error) { message = error.message }');
    own.run(
      `if (message !== 'crypto.subtle is not available in the sandbox') throw new RangeError(message)`,
    );
    own.dispose();
  });
});
