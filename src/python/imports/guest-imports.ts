import type { GuestFile } from '../interpreter-image.js';
import { createCalendar } from './calendar.js';
import { type CallMarks, createCallMarks } from './call-marks.js';
import { createGuestClock, type GuestClock } from './clock.js';
import { endings } from './endings.js';
import { createFileCalls, type FileCalls } from './file-calls.js';
import { createFileTree } from './file-tree.js';
import { createGuestMemory } from './guest-memory.js';
import type { ImportFunction } from './import-functions.js';
import { createMemoryGrowth, type MemoryGrowth } from './memory-growth.js';
import { createGuestRandomness, type GuestRandomness } from './randomness.js';
import { refuse } from './refusals.js';
import { createStepCounter, type StepCounter } from './step-counter.js';
import { type TableAccess, tableCall } from './table-calls.js';

/** All that reaches a guest from outside, and what the host sets and reads of it. */
export interface GuestImports {
  readonly clock: GuestClock;
  readonly randomness: GuestRandomness;
  readonly steps: StepCounter;
  readonly marks: CallMarks;
  readonly growth: MemoryGrowth;
  readonly files: FileCalls;
  /** What stands for the function that the interpreter imports under a name. */
  find(this: void, name: string): ImportFunction;
}

/** What the imports need of the guest and its owner. */
export interface GuestImportOptions extends TableAccess {
  memory(this: void): WebAssembly.Memory;
  readonly files: readonly GuestFile[];
  readonly memoryLimitBytes: number;
  onStep(this: void): void;
}

/**
 * Makes the imports of a guest: those on the list by what they may do, and a refusal for every other
 * name, known or not. Nothing of the loader that set the interpreter up is among them.
 */
export function createGuestImports(options: GuestImportOptions): GuestImports {
  const memory = createGuestMemory(options.memory);
  const clock = createGuestClock(memory);
  const randomness = createGuestRandomness(memory);
  const steps = createStepCounter(options.onStep);
  const marks = createCallMarks(steps);
  const growth = createMemoryGrowth(options.memory, options.memoryLimitBytes);
  const files = createFileCalls(memory, createFileTree(options.files), marks.mark);
  const allowed = new Map<string, ImportFunction>(
    [
      clock.imports,
      randomness.imports,
      steps.imports,
      growth.imports,
      files.imports,
      createCalendar(memory),
      endings,
    ].flatMap((functions) => Object.entries(functions)),
  );
  return {
    ...{ clock, randomness, steps, marks, growth, files },
    find: (name) => allowed.get(name) ?? tableCall(name, options) ?? refuse(name),
  };
}
