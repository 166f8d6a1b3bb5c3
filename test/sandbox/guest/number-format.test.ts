import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import numberFormat from '../../../src/sandbox/guest/number-format.js?raw';
import { createGuest, type Guest, isModel, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([numberFormat]);
});
afterAll(() => guest.dispose());

const options = fc
  .record(
    {
      style: fc.constantFrom('decimal', 'percent', 'currency'),
      currency: fc.constantFrom('USD', 'EUR', 'GBP', 'JPY', 'usd'),
      useGrouping: fc.boolean(),
      minimumIntegerDigits: fc.integer({ min: 1, max: 21 }),
      minimumFractionDigits: fc.integer({ min: 0, max: 20 }),
      maximumFractionDigits: fc.integer({ min: 0, max: 20 }),
    },
    { requiredKeys: ['currency'] },
  )
  .map((value) => JSON.stringify(value));
const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: -1e6, max: 1e6 }).map((cents) => cents / 1000),
  fc.constantFrom(0, -0, 1.005, 2.5, 0.5, 1e21, 1e-7, 999.9995, 5e-324, 1.7976931348623157e308),
);
const write = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

describe('numbers in the guest', () => {
  it('are formatted with the default options as by Node.js', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const expression = `(${write(value)}).toLocaleString()`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression.replace('()', '("en-US")')));
      }),
      { numRuns: 500 },
    );
  });

  it('are formatted with any supported options as by Node.js, invalid combinations included', () => {
    fc.assert(
      fc.property(numbers, options, (value, chosen) => {
        const expression = `(${write(value)}).toLocaleString('en-US', ${chosen})`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
      }),
      { numRuns: 1000 },
    );
  });

  it('are formatted by Intl.NumberFormat and as big integers as by Node.js', () => {
    fc.assert(
      fc.property(fc.bigInt(), numbers, options, (big, value, chosen) => {
        const expression = `(() => { const { format } = new Intl.NumberFormat('en-US', ${chosen});
          return [(${big}n).toLocaleString('en', ${chosen}), format(${big}n), format(${write(value)})]; })()`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '[1234.5, "x", null, 1e6].toLocaleString()',
    'Intl.NumberFormat().format("1234.5")',
    '[1e6, 2e6].map(new Intl.NumberFormat().format)',
    '(5).toLocaleString([])',
    '(5).toLocaleString(["en"])',
    '(5).toLocaleString(null)',
    '(5).toLocaleString("en-US", { style: "currency" })',
    '(5).toLocaleString("en-US", { maximumFractionDigits: NaN })',
    '(5).toLocaleString("en-US", { minimumFractionDigits: 5, maximumFractionDigits: 2 })',
    '(5.55).toLocaleString("en-US", { maximumFractionDigits: "1" })',
    '[Number.prototype.toLocaleString.name, Number.prototype.toLocaleString.length, Intl.NumberFormat.length]',
    'Object.prototype.toString.call(new Intl.NumberFormat())',
    'Object.keys(Number.prototype)',
  ])('make %s what it is in Node.js', (expression) => {
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it('refuse more than 20 digits, as Node.js 20 does', () => {
    const expression = '(5).toLocaleString("en-US", { minimumFractionDigits: 21 })';
    const refusal = { name: 'RangeError', message: 'minimumFractionDigits value is out of range.' };
    expect(JSON.parse(guest.outcome(expression))).toEqual(refusal);
    if (isModel) expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it.each([
    '(5).toLocaleString("de-DE")',
    '(5).toLocaleString(["fr", "en"])',
    '(5n).toLocaleString("de-DE")',
    '(5).toLocaleString("en-US", { style: "unit", unit: "liter" })',
    '(5).toLocaleString("en-US", { style: "currency", currency: "CHF" })',
    '(5).toLocaleString("en-US", { notation: "compact" })',
    '(5).toLocaleString("en-US", { maximumSignificantDigits: 3 })',
    '(5).toLocaleString("en-US", { useGrouping: "min2" })',
    'new Intl.NumberFormat("de-DE")',
  ])('refuse %s clearly', (expression) => {
    const { name, message } = JSON.parse(guest.outcome(expression));
    expect(name).toBe('RangeError');
    expect(message).toMatch(/^(Number|BigInt|Intl)\S+ with .* is not available in the sandbox$/);
  });

  it('survive a program that poisons every prototype', async () => {
    const own = await createGuest([numberFormat]);
    own.run(`var method = Number.prototype.toLocaleString, apply = Reflect.apply;
      var options = { style: 'currency', currency: 'USD', minimumFractionDigits: 2 }`);
    own.run(poison);
    own.run(`if (apply(method, 1234567.891, ['en-US', options]) !== '$1,234,567.89' ||
      apply(method, 1e21, []) !== '1,000,000,000,000,000,000,000') throw new RangeError('wrong')`);
    own.dispose();
  });
});
