import { createGuestCells, type GuestCells, guestCellsBytes } from './guest-cells.js';
import { guestParts, prelude } from './guest-prelude.js';
import type { GuestWorld } from './guest-world.js';
import { createInterpreter, type GuestValue, type Interpreter } from './interpreter.js';
import type { ResolvedLimits } from './limits.js';
import type { MemoryImage, MemoryImages } from './memory-image.js';
import { operationsPerStep } from './operation-counter.js';

/** The functions of the guest through which the host makes calls; see `guest/driver.js`. */
interface Driver {
  readonly register: GuestValue;
  readonly invoke: GuestValue;
  readonly resume: GuestValue;
  readonly runNextTimer: GuestValue;
  readonly fail: GuestValue;
  readonly extend: GuestValue;
}

/** One interpreter with the prelude in it, which can be put back to an earlier state. */
export interface Instance {
  readonly interpreter: Interpreter;
  readonly driver: Driver;
  readonly images: MemoryImages;
  /** The state in which no program has been loaded yet. */
  readonly pristine: MemoryImage;
  /** Interrupts counted so far; part of no image, so that the caller decides where it starts. */
  readonly counter: { steps: number };
  /**
   * How many operations (calls and jumps) the guest made from when it was configured to
   * when its function returned, without what it takes to write the result.
   */
  operationsUsed(this: void): number;
  /** Sets what the guest's clock shows and where its randomness starts. */
  configure(this: void, seed: number, nowMs: number): void;
  /** Whether it was refused memory since. */
  isMemoryRefused(this: void): boolean;
  /** Whether randomness or the clock has been used since. */
  isAmbientUsed(this: void): boolean;
}

/** What asking in vain for memory costs. */
const stepsPerRefusal = 10;
/** Console output that is kept per call, in UTF-16 units. */
const maxLogCharacters = 16 * 1024;

/** The file name under which code of the sandbox runs, as it appears in guest stacks. */
export const sandboxFileName = 'sandbox.js';

/**
 * Starts an interpreter with the prelude set up.
 *
 * @param onStep - Called at each interrupt, and when the memory grows.
 */
export async function createInstance(
  limits: ResolvedLimits,
  onStep: () => void,
): Promise<Instance> {
  const counter = { steps: 0 };
  let baseMs = 0;
  let isClockRead = false;
  let isMemoryRefused = false;
  let cells: GuestCells | undefined;
  let operations = (): number => 0;
  let startedAt = 0;
  let returnedAt = 0;
  const world: GuestWorld = {
    now() {
      isClockRead = true;
      // The driver reads the clock as soon as a function has returned.
      returnedAt = operations();
      return baseMs + (cells?.clockAdvanceMs() ?? 0);
    },
    // Not counted, but a sign of life from a program that fills its memory with slow built-ins.
    onMemoryGrown: onStep,
    onMemoryRefused() {
      // A guest that catches it and asks again gets nowhere slowly.
      counter.steps += stepsPerRefusal;
      isMemoryRefused = true;
      cells?.refuseMemory();
    },
  };
  const shouldInterrupt = (): boolean => {
    onStep();
    return ++counter.steps > limits.maxSteps;
  };
  const interpreter = await createInterpreter(limits, world, shouldInterrupt);
  const buffer = interpreter.newBuffer(guestCellsBytes);
  operations = () => counter.steps * operationsPerStep - interpreter.operationsLeft();
  cells = createGuestCells(interpreter.memory, buffer.address);
  const installed = installPrelude(interpreter, limits, buffer.value);
  const part = (name: string): GuestValue => interpreter.getProperty(installed, name);
  const images = interpreter.createImages();
  return {
    interpreter,
    driver: {
      register: part('register'),
      invoke: part('invoke'),
      resume: part('resume'),
      runNextTimer: part('runNextTimer'),
      fail: part('fail'),
      extend: part('extend'),
    },
    images,
    pristine: images.take(),
    counter,
    configure(seed, nowMs) {
      baseMs = nowMs;
      isClockRead = false;
      isMemoryRefused = false;
      startedAt = operations();
      cells.seed(seed);
    },
    operationsUsed: () => returnedAt - startedAt,
    isMemoryRefused: () => isMemoryRefused,
    isAmbientUsed: () => isClockRead || cells.isRandomUsed(),
  };
}

function installPrelude(
  interpreter: Interpreter,
  limits: ResolvedLimits,
  cells: GuestValue,
): GuestValue {
  const { evaluate, call, newNumber, newObject, setProperty, readString, getProperty } =
    interpreter;
  const succeed = ({ isThrown, value }: ReturnType<typeof evaluate>): GuestValue => {
    if (!isThrown) return value;
    throw new Error(`the prelude failed: ${readString(getProperty(value, 'message'))}`);
  };
  const parts = newObject();
  for (const [name, source] of Object.entries(guestParts)) {
    setProperty(parts, name, succeed(evaluate(source, sandboxFileName, 'script')));
  }
  const install = succeed(evaluate(prelude, sandboxFileName, 'script'));
  return succeed(
    call(install, parts, cells, newNumber(limits.maxOutputBytes), newNumber(maxLogCharacters)),
  );
}
