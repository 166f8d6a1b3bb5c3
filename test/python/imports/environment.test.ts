import { expect, it } from 'vitest';
import { createEnvironment } from '../../../src/python/imports/environment.js';
import { callImport, createFakeGuest } from './fake-guest.js';

it('shows the variables that it is given, and none of the host', () => {
  const guest = createFakeGuest();
  const environment = createEnvironment(guest.reader, { HOME: '/', WORD: 'é' });
  expect(callImport(environment, 'environ_sizes_get', 0, 4)).toBe(0);
  const bytes = 'HOME=/\0'.length + 'WORD=é\0'.length + 1;
  expect([guest.readNumber(0), guest.readNumber(4)]).toEqual([2, bytes]);
  expect(callImport(environment, 'environ_get', 16, 100)).toBe(0);
  const starts = [guest.readNumber(16), guest.readNumber(20)];
  expect(starts).toEqual([100, 107]);
  expect(Buffer.from(guest.readText(100, bytes), 'latin1').toString()).toBe('HOME=/\0WORD=é\0');
  expect(guest.readNumber(24)).toBe(0);
});

it('has nothing to show when it is given nothing', () => {
  const guest = createFakeGuest();
  const environment = createEnvironment(guest.reader, {});
  callImport(environment, 'environ_sizes_get', 0, 4);
  callImport(environment, 'environ_get', 16, 100);
  expect(guest.reader.bytes().every((byte) => byte === 0)).toBe(true);
});
