import { beforeEach, describe, expect, it } from 'vitest';
import { createGuestClock, type GuestClock } from '../../../src/python/imports/clock.js';
import { callImport, createFakeGuest, type FakeGuest } from './fake-guest.js';

const nowMs = 1_700_000_000_000;
const realTime = 0;
const monotonicTime = 1;
const invalid = 28;

describe('the clock of a guest', () => {
  let guest: FakeGuest;
  let clock: GuestClock;
  beforeEach(() => {
    guest = createFakeGuest();
    clock = createGuestClock(guest.reader);
    clock.set(nowMs, 1);
  });
  const read = (kind: number): number => {
    expect(callImport(clock.imports, 'clock_time_get', kind, 0n, 64)).toBe(0);
    return Number(guest.reader.view().getBigInt64(64, true)) / 1e6;
  };

  it('shows the time that the caller says, whatever the time of the machine', () => {
    const shown = read(realTime);
    expect(shown).toBeGreaterThan(nowMs);
    expect(shown).toBeLessThan(nowMs + 1);
  });

  it('moves at each read, and by itself never', async () => {
    const first = read(monotonicTime);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = read(monotonicTime);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(first + 1);
  });

  it('shows the same again after it was set to the same, and something else for another seed', () => {
    const first = [read(realTime), read(monotonicTime)];
    clock.set(nowMs, 1);
    expect([read(realTime), read(monotonicTime)]).toEqual(first);
    clock.set(nowMs, 2);
    expect([read(realTime), read(monotonicTime)]).not.toEqual(first);
  });

  it('moves faster and faster for a loop that waits, so that waiting ends', () => {
    const wake = nowMs + 1e12;
    let rounds = 0;
    while ((callImport(clock.imports, 'emscripten_date_now') as number) < wake) {
      callImport(clock.imports, 'emscripten_get_now');
      if (++rounds > 100_000) break;
    }
    expect(rounds).toBeLessThan(50_000);
  });

  it('never goes back', () => {
    let last = 0;
    for (let i = 0; i < 5000; i++) {
      const now = callImport(
        clock.imports,
        i % 3 === 0 ? 'emscripten_get_now' : 'emscripten_date_now',
      );
      const moved = i % 3 === 0 ? (now as number) : (now as number) - nowMs;
      expect(moved).toBeGreaterThanOrEqual(last);
      last = moved;
    }
  });

  it('has the four clocks of a process and no other one', () => {
    for (const kind of [0, 1, 2, 3]) {
      expect(callImport(clock.imports, 'clock_time_get', kind, 0n, 64)).toBe(0);
      expect(callImport(clock.imports, 'clock_res_get', kind, 64)).toBe(0);
    }
    expect(callImport(clock.imports, 'clock_time_get', 4, 0n, 64)).toBe(invalid);
    expect(callImport(clock.imports, 'clock_res_get', 4, 64)).toBe(invalid);
  });

  it('lets nobody wait in its place', () => {
    expect(callImport(clock.imports, 'can_run_sync_js')).toBe(0);
  });
});
