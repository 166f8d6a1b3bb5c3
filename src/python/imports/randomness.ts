import { createRandom, type Random } from '../../values/random.js';
import type { GuestMemory } from './guest-memory.js';
import type { ImportFunctions } from './import-functions.js';

/** The system's randomness as the guest sees it, such as `os.urandom` and `uuid.uuid4`. */
export interface GuestRandomness {
  /** Sets the seed for a call. */
  set(this: void, seed: number): void;
  readonly imports: ImportFunctions;
}

/** Makes a seeded source of bytes. */
export function createGuestRandomness(memory: GuestMemory): GuestRandomness {
  let random: Random = createRandom(0);
  const fill = (address: number | bigint, length: number | bigint): number => {
    const start = Number(address);
    const target = memory.bytes().subarray(start, start + Number(length));
    for (let at = 0; at < target.length; at++) target[at] = Math.floor(random() * 256);
    return 0;
  };
  return {
    set(seed) {
      random = createRandom(seed);
    },
    imports: { random_get: fill, getentropy: fill },
  };
}
