import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import textEncoding from '../../../src/sandbox/guest/text-encoding.js?raw';
import { createGuest, type Guest, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

let guest: Guest;
beforeAll(async () => {
  guest = await createGuest([textEncoding]);
});
afterAll(() => guest.dispose());

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd700, max: 0xe000 }),
  fc.constantFrom(0x7f, 0x80, 0x7ff, 0x800, 0xd83d, 0xde00, 0xfeff),
);
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(
    0xc1,
    0xc2,
    0xe0,
    0xa0,
    0x9f,
    0xed,
    0xef,
    0xbb,
    0xbf,
    0xf0,
    0x90,
    0xf4,
    0x8f,
    0x80,
  ),
);

describe('UTF-8 in the guest', () => {
  it('encodes any text, lone surrogates included, as in Node.js', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(12), (units, room) => {
        const text = JSON.stringify(String.fromCharCode(...units));
        const expression = `(() => { const room = new Uint8Array(${room}); const encoder = new TextEncoder();
          return [[...encoder.encode(${text})], encoder.encodeInto(${text}, room), [...room]]; })()`;
        expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
      }),
      { numRuns: 1000 },
    );
  });

  it('decodes any bytes, or refuses them when fatal, as in Node.js', () => {
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 10 }),
        fc.boolean(),
        fc.boolean(),
        (bytes, fatal, ignoreBOM) => {
          const options = JSON.stringify({ fatal, ignoreBOM });
          const expression = `new TextDecoder('utf-8', ${options}).decode(new Uint8Array([${bytes}]))`;
          expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    'new TextDecoder().decode()',
    'new TextDecoder(" UTF8 ").encoding',
    'new TextEncoder().encode().length',
    'new TextEncoder().encode().buffer.byteLength',
    'new TextEncoder().encode("é").buffer.byteLength',
    'new TextEncoder().encoding',
    'new TextDecoder().decode(new Uint16Array([0x6261]))',
    'new TextDecoder().decode(new DataView(new Uint8Array([97, 98, 99]).buffer, 1))',
    'new TextDecoder().decode(new Uint8Array([97, 98, 99]).buffer)',
    'new TextDecoder().decode(new Uint8Array([97, 98, 99]).subarray(1, 2))',
    'String(new TextDecoder())',
    '[TextDecoder.name, TextEncoder.name]',
    '((decoder) => [decoder.fatal, decoder.ignoreBOM])(new TextDecoder("utf-8", { fatal: true }))',
  ])('makes %s what it is in Node.js', (expression) => {
    expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
  });

  it.each([
    'new TextDecoder("latin1")',
    'new TextDecoder("nonsense")',
    'new TextDecoder().decode(new Uint8Array(1), { stream: true })',
  ])('refuses %s clearly', (expression) => {
    const { name, message } = JSON.parse(guest.outcome(expression));
    expect(name).toBe('RangeError');
    expect(message).toMatch(/^TextDecoder with .* is not available in the sandbox$/);
  });

  it('survives a program that poisons every prototype', async () => {
    const own = await createGuest([textEncoding]);
    own.run(
      'var encoder = new TextEncoder(), decoder = new TextDecoder(), keep = [encoder.encode, decoder.decode], apply = Reflect.apply',
    );
    own.run(poison);
    own.run(`var bytes = apply(keep[0], encoder, ['aé😀']);
      if (bytes[1] !== 195 || apply(keep[1], decoder, [bytes]) !== 'aé😀') throw new RangeError('wrong')`);
    own.dispose();
  });
});
