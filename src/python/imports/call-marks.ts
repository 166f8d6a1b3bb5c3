import { operationsPerLook, type StepCounter } from './step-counter.js';

/** How much work is done at a time: looks, and what is counted down until the next one. */
interface WorkDone {
  readonly looks: number;
  readonly countdown: number;
}

/**
 * Notes how much work is done when the guest's driver begins to load a program, when it calls the
 * function, and when that has ended. What the driver does before counts for nothing.
 */
export interface CallMarks {
  /** When the function was called. */
  readonly begin: WorkDone | undefined;
  /** When it had ended. */
  readonly end: WorkDone | undefined;
  /** Starts a call. */
  start(this: void): void;
  /** To be called at each mark. */
  mark(this: void): void;
}

/** The number of the terminal by which the driver asks: it makes a mark. */
export const markedDescriptor = 1_000_000;

/** Makes marks over a counter. */
export function createCallMarks(steps: StepCounter): CallMarks {
  let begin: WorkDone | undefined;
  let end: WorkDone | undefined;
  let isLoading = false;
  return {
    get begin() {
      return begin;
    },
    get end() {
      return end;
    },
    start() {
      begin = end = undefined;
      isLoading = true;
    },
    mark() {
      steps.beginOperation();
      if (isLoading) {
        // Programs cannot mark before the driver has: no program starts its count anew.
        isLoading = false;
        steps.looks = 0;
        steps.writeCountdown(operationsPerLook);
        return;
      }
      const done = { looks: steps.looks, countdown: steps.readCountdown() };
      if (begin === undefined) begin = done;
      else end = done;
    },
  };
}
