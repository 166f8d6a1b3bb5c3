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
  /** Ends the call when so many are reached. */
  maxLooks: number;
  /** What a look counts that comes from within a long operation. */
  looksPerOwnLook: number;
  /** Reads what the interpreter counts down from {@link operationsPerLook} to its next look. */
  readCountdown: () => number;
  /** Forgets how often the present operation has looked. */
  beginOperation: () => void;
  /** Sets what is counted down, where it can be set. */
  writeCountdown: (countdown: number) => void;
  readonly imports: ImportFunctions;
}

/** What the interpreter counts down between two looks. */
export const operationsPerLook = 50;
/** One step is about 10,000 rounds, as in the JavaScript sandbox. */
export const looksPerStep = 200;

/**
 * Looks from within one operation that count for nothing, as when a number is written. How many there
 * are depends on how often the interpreter has come by before.
 */
const freeLooks = 16;
/** A further look from within an operation that does not take long. */
const shortLook = 0.05;
/** An operation that looks more often than this takes long. */
const shortLooks = 2000;

/**
 * What a look counts that comes from within a long operation. What lies between two such looks
 * differs: a row of a multiplication of big numbers, or thousands of steps of a regular expression.
 * Which of them it is cannot be told from here, only which of them a program has at all.
 */
export function looksPerOwnLook(source: string): number {
  return /\bre\b/.test(source) ? 5 : shortLook;
}

/**
 * Makes a counter.
 *
 * @param onStep - Called at each step, so that others see that a call is getting on.
 */
export function createStepCounter(onStep: () => void): StepCounter {
  let nextStep = looksPerStep;
  let last = 0;
  let ownLooks = 0;
  let lastCountdown = operationsPerLook;
  const counter: StepCounter = {
    looks: 0,
    maxLooks: Number.POSITIVE_INFINITY,
    looksPerOwnLook: 1,
    readCountdown: () => 0,
    beginOperation() {
      ownLooks = 0;
      lastCountdown = operationsPerLook;
    },
    writeCountdown() {},
    imports: {
      _Py_CheckEmscriptenSignals_Helper() {
        const countdown = counter.readCountdown();
        // Between operations it looks when it has counted down, and has just begun anew.
        if (countdown === operationsPerLook) {
          counter.looks++;
          ownLooks = 0;
        } else {
          // When nothing was counted down since the last look, it comes from within the same operation.
          ownLooks = countdown === lastCountdown ? ownLooks + 1 : 0;
          if (ownLooks > shortLooks) counter.looks += counter.looksPerOwnLook;
          else if (ownLooks > freeLooks) counter.looks += shortLook;
        }
        lastCountdown = countdown;
        if (counter.looks < last) nextStep = looksPerStep;
        last = counter.looks;
        if (last >= nextStep) {
          nextStep = last + looksPerStep;
          onStep();
        }
        if (last >= counter.maxLooks) throw new GuestEnded({ kind: 'step-limit' });
        return 0;
      },
    },
  };
  return counter;
}
