import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import base64 from '../../../src/sandbox/guest/base64.js?raw';
import { createGuest, type Guest, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([base64]);
});
afterAll(() => guest.dispose());

const latin = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 12 });
const nearly = fc.array(fc.constantFrom(...'AZaz09+/== \n-é'), { maxLength: 9 });

describe('base 64 in the guest', () => {
  it('encodes and decodes any bytes as in Node.js', () => {
    fc.assert(
      fc.property(latin, (bytes) => {
        const text = JSON.stringify(String.fromCharCode(...bytes));
        const expression = `[btoa(${text}), atob(btoa(${text})), atob(btoa(${text}).replace(/=/g, ''))]`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
      }),
    );
  });

  it('decodes or refuses what is nearly base 64 as in Node.js', () => {
    fc.assert(
      fc.property(nearly, (characters) => {
        const expression = `atob(${JSON.stringify(characters.join(''))})`;
        const { value, name } = JSON.parse(nodeOutcome(expression));
        expect(JSON.parse(guest.outcome(expression))).toMatchObject(
          value === undefined ? { name, code: 5 } : { value },
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'btoa("\\u0100")',
    'btoa()',
    'atob()',
    'btoa(null)',
    'atob(12)',
    '[btoa.name, atob.length]',
  ])('makes %s what it is in Node.js', (expression) => {
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([base64]);
    own.run('var encode = btoa, decode = atob');
    own.run(poison);
    own.run(
      `if (encode('héllo') !== 'aOlsbG8=' || decode('aOlsbG8=') !== 'héllo') throw new RangeError('wrong')`,
    );
    own.dispose();
  });
});
