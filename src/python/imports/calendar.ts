import { formatTime } from './format-time.js';
import type { GuestMemory } from './guest-memory.js';
import type { ImportFunctions } from './import-functions.js';

const millisecondsPerDay = 86_400_000;

/** The calendar of a guest that lives in UTC, whatever the zone of the machine. */
export function createCalendar(memory: GuestMemory): ImportFunctions {
  const write = (seconds: number | bigint, address: number | bigint): void => {
    const date = new Date(Number(seconds) * 1000);
    const year = date.getUTCFullYear();
    const startOfYear = new Date(0).setUTCFullYear(year, 0, 1);
    const day = Math.floor((date.getTime() - startOfYear) / millisecondsPerDay);
    // The C library's broken-down time, up to and with the offset from UTC.
    const fields = [
      ...[date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours(), date.getUTCDate()],
      ...[date.getUTCMonth(), year - 1900, date.getUTCDay(), day, 0, 0],
    ];
    const view = memory.view();
    for (const [index, field] of fields.entries()) {
      view.setInt32(Number(address) + 4 * index, field, true);
    }
  };
  const read = (address: number | bigint): bigint => {
    const view = memory.view();
    const field = (index: number): number => view.getInt32(Number(address) + 4 * index, true);
    const date = new Date(0);
    date.setUTCFullYear(field(5) + 1900, field(4), field(3));
    date.setUTCHours(field(2), field(1), field(0));
    const seconds = date.getTime() / 1000;
    if (Number.isNaN(seconds)) return -1n;
    write(seconds, address);
    return BigInt(seconds);
  };
  /** Older builds leave the writing of times to the loader. */
  const format = (...[target, size, text, address]: (number | bigint)[]): number => {
    const view = memory.view();
    const field = (index: number): number => view.getInt32(Number(address) + 4 * index, true);
    const written = formatTime(memory.readText(Number(text)) ?? '', {
      ...{ second: field(0), minute: field(1), hour: field(2), day: field(3), month: field(4) },
      ...{ year: field(5) + 1900, weekday: field(6), dayOfYear: field(7) },
    });
    const length = Buffer.byteLength(written);
    if (length >= Number(size)) return 0;
    memory.writeText(Number(target), written);
    return length;
  };
  return {
    strftime: format,
    strftime_l: format,
    _localtime_js: write,
    _gmtime_js: write,
    _mktime_js: read,
    _timegm_js: read,
    _tzset_js(zone, daylight, standardName, daylightName) {
      memory.view().setInt32(Number(zone), 0, true);
      memory.view().setInt32(Number(daylight), 0, true);
      memory.writeText(Number(standardName), 'UTC');
      memory.writeText(Number(daylightName), 'UTC');
    },
  };
}
