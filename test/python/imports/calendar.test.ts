import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../../src/python/imports/calendar.js';
import { callImport, createFakeGuest } from './fake-guest.js';

const guest = createFakeGuest();
const calendar = createCalendar(guest.reader);
const place = 256;
const fields = (): number[] =>
  Array.from({ length: 10 }, (_, index) => guest.readNumber(place + 4 * index));

/** Second, minute, hour, day, month, year since 1900, weekday, day of the year, summer time, offset. */
const leapDay = [58, 59, 23, 29, 1, 124, 4, 59, 0, 0];
const leapDaySeconds = Date.UTC(2024, 1, 29, 23, 59, 58) / 1000;

describe('the calendar of a guest', () => {
  it.each(['_gmtime_js', '_localtime_js'])('breaks a time down in UTC by %s', (name) => {
    callImport(calendar, name, BigInt(leapDaySeconds), place);
    expect(fields()).toEqual(leapDay);
  });

  it.each(['_timegm_js', '_mktime_js'])('puts a time together by %s, and in order', (name) => {
    // The 59th of January is the 28th of February.
    for (const [index, field] of [0, 0, 0, 59, 0, 123, 0, 0, 0, 0].entries()) {
      guest.reader.view().setInt32(place + 4 * index, field, true);
    }
    expect(callImport(calendar, name, place)).toBe(BigInt(Date.UTC(2023, 1, 28) / 1000));
    expect(fields()).toEqual([0, 0, 0, 28, 1, 123, 2, 58, 0, 0]);
  });

  it('reads what it has written, for any time of ten thousand years', () => {
    const seconds = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
    fc.assert(
      fc.property(seconds, (time) => {
        callImport(calendar, '_gmtime_js', BigInt(time), place);
        const written = fields();
        expect(callImport(calendar, '_timegm_js', place)).toBe(BigInt(time));
        expect(fields()).toEqual(written);
      }),
    );
  });

  it('says that there is no such time for one that no calendar has', () => {
    for (let index = 0; index < 6; index++) {
      guest.reader.view().setInt32(place + 4 * index, 2 ** 31 - 1, true);
    }
    expect(callImport(calendar, '_timegm_js', place)).toBe(-1n);
  });

  it('knows one zone', () => {
    callImport(calendar, '_tzset_js', 16, 20, 24, 32);
    expect([guest.readNumber(16), guest.readNumber(20)]).toEqual([0, 0]);
    expect([guest.readText(24, 4), guest.readText(32, 4)]).toEqual(['UTC\0', 'UTC\0']);
  });

  it('writes times for builds that cannot, and no more than there is room', () => {
    callImport(calendar, '_gmtime_js', BigInt(leapDaySeconds), place);
    const format = guest.putText(512, '%Y-%m-%d %H:%M:%S %j %a %%');
    const text = '2024-02-29 23:59:58 060 Thu %';
    expect(callImport(calendar, 'strftime', 1024, 100, format, place)).toBe(text.length);
    expect(guest.readText(1024, text.length + 1)).toBe(`${text}\0`);
    expect(callImport(calendar, 'strftime', 1024, text.length, format, place)).toBe(0);
  });
});
