import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import dateFormat from '../../../src/sandbox/guest/date-format.js?raw';
import { createGuest, type Guest, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

process.env.TZ = 'UTC';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([dateFormat]);
});
afterAll(() => guest.dispose());

const digits = [undefined, 'numeric', '2-digit'];
const all = {
  weekday: [undefined, 'long', 'short'],
  year: digits,
  month: [...digits, 'long', 'short'],
  day: digits,
  hour: digits,
  minute: digits,
  second: digits,
  hour12: [undefined, true, false],
};
const times = ['0', '1707145449000', '-1', '1735732799999', '951782400000', '4102401600000'];

/** Every combination of the options, as JavaScript that yields them as a list. */
const combinations = `Object.entries(${JSON.stringify(all, (_, value) => (value === undefined ? null : value))})
  .reduce((all, [key, values]) => all.flatMap((one) => values.map((value) =>
    value === null ? one : { ...one, [key]: value })), [{}])`;

describe('dates in the guest', () => {
  it.each(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])(
    '%s prints every supported combination of options as Node.js does',
    (method) => {
      const expression = `${combinations}.map((options, i) => { try {
        return new Date([${times}][i % ${times.length}]).${method}('en-US', { ...options, timeZone: 'UTC' });
      } catch (error) { return error.message; } })`;
      const ours: string[] = JSON.parse(guest.outcome(expression)).value;
      const theirs: string[] = JSON.parse(nodeOutcome(expression)).value;
      const isRefused = (text: string): boolean => text.includes('is not available in the sandbox');
      expect(ours.filter((text) => !isRefused(text)).length).toBeGreaterThan(1000);
      expect(ours).toEqual(theirs.map((text, i) => (isRefused(String(ours[i])) ? ours[i] : text)));
    },
  );

  it('prints any time without options as Node.js does', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: false, min: new Date('0001-01-01') }), (date) => {
        const code = `new Date(${Number(date)})`;
        for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
          const outcome = nodeOutcome(`${code}.${method}('en-US', { timeZone: 'UTC' })`);
          expect(guest.outcome(`${code}.${method}()`)).toBe(outcome);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('writes any time in full as Node.js does in UTC', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: false }), (date) => {
        const code = `((date) => [String(date), date.toDateString(), date.toTimeString(), date + ''])(new Date(${Number(date)}))`;
        expect(guest.outcome(code)).toBe(nodeOutcome(code));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'new Intl.DateTimeFormat("en-US").format(new Date(0))',
    '[0, 1e12].map(Intl.DateTimeFormat("en-US", { month: "long", year: "numeric" }).format)',
    'Intl.DateTimeFormat().format(NaN)',
    '["toLocaleString", "toLocaleDateString"].map((name) => [Date.prototype[name].name, Date.prototype[name].length])',
    '[new Date(0), 1].toLocaleString()',
    'new Date(0).toLocaleDateString(undefined, null)',
  ])('makes %s what it is in Node.js', (expression) => {
    expect(JSON.parse(guest.outcome(expression)).value).toEqual(
      JSON.parse(nodeOutcome(expression)).value,
    );
  });

  it.each([
    'new Date(0).toLocaleString("en-GB")',
    'new Date(0).toLocaleDateString("de-DE")',
    'new Date(0).toLocaleTimeString("en-US", { timeZone: "America/New_York" })',
    'new Date(0).toLocaleDateString("en-US", { dateStyle: "full" })',
    'new Date(0).toLocaleDateString("en-US", { weekday: "narrow" })',
    'new Date(0).toLocaleDateString("en-US", { day: "numeric", year: "numeric" })',
    'new Date(-1e14).toLocaleDateString()',
    'new Intl.DateTimeFormat("fr")',
  ])('refuses %s clearly', (expression) => {
    const { name, message } = JSON.parse(guest.outcome(expression));
    expect(name).toBe('RangeError');
    expect(message).toMatch(/^(Date|Intl)\S+ with .* is not available in the sandbox$/);
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([dateFormat]);
    own.run(`var method = Date.prototype.toLocaleString, apply = Reflect.apply, date = new Date(0);
      var options = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' };`);
    own.run(poison);
    own.run(`if (apply(method, date, []) !== '1/1/1970, 12:00:00 AM' ||
      apply(method, date, ['en-US', options]) !== 'Thu, Jan 1, 1970') throw new RangeError('wrong')`);
    own.dispose();
  });
});
