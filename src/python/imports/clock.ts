import { createRandom } from '../../values/random.js';
import { errorNumber } from './error-number.js';
import type { GuestMemory } from './guest-memory.js';
import type { ImportFunctions } from './import-functions.js';

/** The clock that the guest sees: it shows what the caller says, and moves only when it is read. */
export interface GuestClock {
  /** Sets the clock for a call. */
  set(this: void, nowMs: number, seed: number): void;
  readonly imports: ImportFunctions;
}

const nanosecondsPerMillisecond = 1e6;
/** Reads in a row after which a waiting loop moves twice as fast. */
const readsPerDoubling = 1024;

/**
 * Makes a clock. Each read moves it, so that loops that wait come to an end; by how much depends on
 * the seed, so that what depends on it differs between seeds.
 */
export function createGuestClock(memory: GuestMemory): GuestClock {
  let nowMs = 0;
  let movedMs = 0;
  let tickMs = 0.001;
  let waitingReads = 0;
  return {
    set(now, seed) {
      nowMs = now;
      movedMs = 0;
      waitingReads = 0;
      tickMs = 0.001 + createRandom(seed)() / 10;
    },
    imports: {
      clock_time_get(clock, _precision, address) {
        // The real time, the monotonic time and the times of process and thread.
        if (Number(clock) > 3) return errorNumber.invalid;
        waitingReads = 0;
        movedMs += tickMs;
        // Apart, because the sum has more digits than a number can hold.
        const moved = BigInt(Math.round(movedMs * nanosecondsPerMillisecond));
        const start = BigInt(Math.round(nowMs)) * BigInt(nanosecondsPerMillisecond);
        const shown = Number(clock) === 0 ? start + moved : moved;
        memory.view().setBigInt64(Number(address), shown, true);
        return 0;
      },
      clock_res_get(clock, address) {
        if (Number(clock) > 3) return errorNumber.invalid;
        memory.view().setBigInt64(Number(address), 1000n, true);
        return 0;
      },
      // Sleeping is a loop that reads this until the time has come.
      emscripten_get_now() {
        movedMs += 2 ** Math.floor(waitingReads++ / readsPerDoubling);
        return movedMs;
      },
      // Asked before sleeping: nobody waits in the guest's place.
      can_run_sync_js: () => 0,
      emscripten_date_now() {
        movedMs += tickMs;
        return nowMs + movedMs;
      },
      emscripten_get_now_res: () => 1000,
      _emscripten_get_now_is_monotonic: () => 1,
    },
  };
}
