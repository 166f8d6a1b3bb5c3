import type { GuestMemory } from './guest-memory.js';
import type { ImportFunctions } from './import-functions.js';

/** The environment variables that an interpreter sees when it starts. */
export function createEnvironment(
  memory: GuestMemory,
  variables: Readonly<Record<string, string>>,
): ImportFunctions {
  const texts = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return {
    environ_sizes_get(count, size) {
      const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
      memory.view().setUint32(Number(count), texts.length, true);
      memory.view().setUint32(Number(size), bytes, true);
      return 0;
    },
    environ_get(pointers, buffer) {
      let at = Number(buffer);
      for (const [index, text] of texts.entries()) {
        memory.view().setUint32(Number(pointers) + 4 * index, at, true);
        memory.writeText(at, text);
        at += Buffer.byteLength(text) + 1;
      }
      return 0;
    },
  };
}
