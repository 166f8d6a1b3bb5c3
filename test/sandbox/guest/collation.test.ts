import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import collation from '../../../src/sandbox/guest/collation.js?raw';
import { createGuest, type Guest, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([collation]);
});
afterAll(() => guest.dispose());

const character = fc.oneof(
  fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('a', 'A', 'b', 'B', '1', '01', '10', '2', ' ', '-'),
  fc.constantFrom(
    'á',
    'à',
    'â',
    'ä',
    'Å',
    'ã',
    'ç',
    'É',
    'ñ',
    'ő',
    'š',
    'Ž',
    'ż',
    'ę',
    'e\u0301\u0323',
  ),
);
const text = fc.array(character, { maxLength: 6 }).map((all) => all.join(''));
const chosen = fc.record(
  {
    numeric: fc.boolean(),
    sensitivity: fc.constantFrom('base', 'accent', 'case', 'variant'),
  },
  { requiredKeys: [] },
);
const near = fc
  .tuple(text, text, fc.boolean(), fc.boolean())
  .map(([left, right, isCase, isNear]) => {
    const base = isNear ? left : right;
    return [left, isCase ? base.toUpperCase() : `${base}${right.slice(0, 1)}`];
  });

describe('text in the guest', () => {
  it('compares as in Node.js, whatever the supported options', () => {
    fc.assert(
      fc.property(near, chosen, ([left, right], options) => {
        const call = `(${JSON.stringify(left)}).localeCompare(${JSON.stringify(right)}`;
        for (const rest of [', "en-US")', `, "en-US", ${JSON.stringify(options)})`]) {
          const result = guest.outcome(call + rest);
          if (!result.includes('not available')) expect(result).toBe(nodeOutcome(call + rest));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('orders every pair of ASCII characters and of accented letters as in Node.js', () => {
    const letters = 'áàâäåãçéèêëíìîïñóòôöõúùûüýÿšžčřěůőűąęāēīōūżźćńśłĄÉÜ'.replace('ł', '');
    const expression = `(() => { const all = [...${JSON.stringify(letters)}];
      for (let i = 0; i < 128; i++) all.push(String.fromCharCode(i));
      return all.map((x) => all.map((y) => x.localeCompare(y, 'en-US')).join()); })()`;
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it.each([
    '["b", "a", "C", "A", "_x", "10", "9"].sort((x, y) => x.localeCompare(y))',
    '["résumé", "resume", "Resume", "Résumé", "resumé"].sort((x, y) => x.localeCompare(y))',
    '["é", "e"].sort(new Intl.Collator("en").compare)',
    '["z10", "z2", "z02", "z1"].sort(Intl.Collator("en", { numeric: true }).compare)',
    '"日本".localeCompare("日本")',
    '"a".localeCompare()',
    '"a".localeCompare(null)',
    'String.prototype.localeCompare.call(5, 6)',
    'String.prototype.localeCompare.call(null, 6)',
    '["ǆ", "straße", "İ"].map((x) => [x.toLocaleUpperCase(), x.toLocaleLowerCase("en-US")])',
    '["localeCompare", "toLocaleUpperCase", "toLocaleLowerCase"].map((name) => [String.prototype[name].name, String.prototype[name].length])',
    'Object.keys(String.prototype)',
  ])('makes %s what it is in Node.js', (expression) => {
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it.each([
    '"a".localeCompare("b", "sv")',
    '"a".localeCompare("æ")',
    '"日".localeCompare("本")',
    '"a".localeCompare("b", "en", { caseFirst: "upper" })',
    '"a".localeCompare("b", "en", { ignorePunctuation: true })',
    '"i".toLocaleUpperCase("tr")',
    'new Intl.Collator("de")',
  ])('refuses %s clearly', (expression) => {
    const { name, message } = JSON.parse(guest.outcome(expression));
    expect(name).toBe('RangeError');
    expect(message).toMatch(/^(String|Intl)\S+ with .* is not available in the sandbox$/);
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([collation]);
    own.run('var method = String.prototype.localeCompare, apply = Reflect.apply;');
    own.run(poison);
    own.run(`if (apply(method, 'a', ['B']) !== -1 || apply(method, 'é10', ['é9', 'en', { numeric: true }]) !== 1)
      throw new RangeError('wrong')`);
    own.dispose();
  });
});
