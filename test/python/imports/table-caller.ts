import { parentPort, workerData } from 'node:worker_threads';
import { GuestEnded } from '../../../src/python/imports/guest-ended.js';
import { createGuestImports } from '../../../src/python/imports/guest-imports.js';
import { instantiateImage } from '../../../src/python/instantiate-image.js';
import type { InterpreterImage, MemorySnapshot } from '../../../src/python/interpreter-image.js';
import { createRandom } from '../../../src/values/random.js';

/** What a thread that calls the table's functions is given. */
export interface TableCalls {
  readonly image: InterpreterImage;
  /** The places to call, and which of them comes first. */
  readonly places: readonly number[];
  readonly first: number;
  /** The index in `places` that it is at, for the watchdog. */
  readonly progress: Int32Array;
  /** How often each of `callOutcomes` came to pass. */
  readonly counts: Int32Array;
}

/** What calls come to, in the order of their counts. */
export const callOutcomes = ['returned', 'trapped', 'refused', 'ended', 'failed', 'empty'] as const;
type CallOutcome = (typeof callOutcomes)[number];

function callTable({ image, places, first, progress, counts }: TableCalls): void {
  const { exports, imports, memory, stackPointer } = instantiateImage(image, (access) =>
    createGuestImports({
      ...access,
      files: image.files,
      memoryLimitBytes: 64 * 1024 * 1024,
      onStep() {},
    }),
  );
  const [snapshot] = image.snapshots as readonly [MemorySnapshot];
  const table = exports.__indirect_function_table as WebAssembly.Table;
  const restore = (): void => {
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(snapshot.bytes);
    bytes.fill(0, snapshot.bytes.length);
    stackPointer.value = snapshot.stackPointer;
    imports.files.reset();
    imports.steps.looks = 0;
    imports.steps.maxLooks = 2000;
  };
  const call = (place: number): CallOutcome => {
    const random = createRandom(place);
    const draw = (): string => {
      const kinds = [8, 256, snapshot.bytes.length, snapshot.bytes.length, 2 ** 32];
      const kind = kinds[Math.floor(random() * kinds.length)] as number;
      // As texts, which are read as 32 bits or as 64, whatever the function takes.
      return String(random() < 0.1 ? snapshot.handle : Math.floor(random() * kind));
    };
    const target = table.get(place) as ((...values: string[]) => unknown) | null;
    if (target === null) return 'empty';
    try {
      target(...Array.from({ length: target.length }, draw));
      return 'returned';
    } catch (error) {
      if (error instanceof GuestEnded) return error.reason.kind === 'refused' ? 'refused' : 'ended';
      return error instanceof WebAssembly.RuntimeError ? 'trapped' : 'failed';
    }
  };
  for (let index = first; index < places.length; index++) {
    Atomics.store(progress, 0, index);
    restore();
    const outcome = call(places[index] as number);
    Atomics.add(counts, callOutcomes.indexOf(outcome), 1);
  }
  Atomics.store(progress, 0, places.length);
}

if (parentPort !== null) callTable(workerData as TableCalls);
