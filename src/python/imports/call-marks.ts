import type { ImportFunctions } from './import-functions.js';
import type { StepCounter } from './step-counter.js';

/**
 * Notes how much work was done when the guest's driver is about to call the function, and when the
 * function has returned: the driver then asks for the user's number, which is always 0.
 */
export interface CallMarks {
  /** Looks at the first and at the last mark. */
  begin: { readonly looks: number; readonly countdown: number } | undefined;
  end: { readonly looks: number; readonly countdown: number } | undefined;
  readonly imports: ImportFunctions;
}

/** Makes marks over a counter. */
export function createCallMarks(steps: StepCounter): CallMarks {
  const marks: CallMarks = {
    begin: undefined,
    end: undefined,
    imports: {
      __syscall_getuid32_js() {
        const mark = { looks: steps.looks, countdown: steps.readCountdown() };
        if (marks.begin === undefined) marks.begin = mark;
        else marks.end = mark;
        return 0;
      },
    },
  };
  return marks;
}
