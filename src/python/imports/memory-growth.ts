import type { ImportFunctions } from './import-functions.js';

/** Lets the guest's memory grow up to a limit. */
export interface MemoryGrowth {
  /** Whether the guest was refused memory since it was last told to forget. */
  isRefused: boolean;
  readonly imports: ImportFunctions;
}

const pageBytes = 64 * 1024;
/** Growing moves the memory for us: it is done in pieces of this size. */
const pieceBytes = 4 * 1024 * 1024;

/** Makes the imports that a growing heap asks. The limit is reached to the page. */
export function createMemoryGrowth(
  memory: () => WebAssembly.Memory,
  limitBytes: number,
): MemoryGrowth {
  const growth: MemoryGrowth = {
    isRefused: false,
    imports: {
      emscripten_get_heap_max: () => limitBytes,
      emscripten_resize_heap(wanted) {
        const wantedBytes = Number(wanted) >>> 0;
        const presentBytes = memory().buffer.byteLength;
        if (wantedBytes > limitBytes) {
          growth.isRefused = true;
          return 0;
        }
        const nextBytes = Math.min(limitBytes, Math.ceil(wantedBytes / pieceBytes) * pieceBytes);
        const pages = Math.ceil((nextBytes - presentBytes) / pageBytes);
        try {
          if (pages > 0) memory().grow(pages);
          return 1;
        } catch {
          // The machine has no more.
          growth.isRefused = true;
          return 0;
        }
      },
    },
  };
  return growth;
}
