import { GuestEnded } from './guest-ended.js';
import type { ImportFunctions } from './import-functions.js';

/**
 * Counts the guest's work. The interpreter looks once in {@link operationsPerLook} rounds of loops
 * and calls whether it was interrupted, long operations of their own accord: an equal program comes
 * to an equal count.
 */
export interface StepCounter {
  /** How often the interpreter has looked. */
  looks: number;
  /** Ends the call when it is reached. */
  maxLooks: number;
  /** What a look out of the midst of a long operation counts. */
  looksPerOwnLook: number;
  /** Reads what the interpreter counts down from {@link operationsPerLook} to its next look. */
  readCountdown: () => number;
  /** Sets that, where it can be set. */
  writeCountdown: (countdown: number) => void;
  readonly imports: ImportFunctions;
}

/** What the interpreter counts down between two looks. */
export const operationsPerLook = 50;
/** One step is about 10,000 rounds, as in the JavaScript sandbox. */
export const looksPerStep = 200;

/**
 * Long operations look of their own accord, and what lies between two such looks differs: a row of a
 * multiplication of big numbers, or thousands of steps of a regular expression. Which of them it is
 * cannot be told from here, only which of them a program has at all.
 */
export function looksPerOwnLook(source: string): number {
  return /\bre\b/.test(source) ? 5 : 0.05;
}

/**
 * Makes a counter.
 *
 * @param onStep - Called at each step, so that others see that a call is getting on.
 */
export function createStepCounter(onStep: () => void): StepCounter {
  let nextStep = looksPerStep;
  let last = 0;
  const counter: StepCounter = {
    looks: 0,
    maxLooks: Number.POSITIVE_INFINITY,
    looksPerOwnLook: 1,
    readCountdown: () => 0,
    writeCountdown() {},
    imports: {
      _Py_CheckEmscriptenSignals_Helper() {
        // Between operations it looks when it has counted down, and has just begun anew.
        const isBetween = counter.readCountdown() === operationsPerLook;
        counter.looks += isBetween ? 1 : counter.looksPerOwnLook;
        if (counter.looks < last) nextStep = looksPerStep;
        last = counter.looks;
        if (last >= nextStep) {
          nextStep = last + looksPerStep;
          onStep();
        }
        if (last > counter.maxLooks) throw new GuestEnded({ kind: 'step-limit' });
        return 0;
      },
    },
  };
  return counter;
}
