import type { GuestReport } from './guest-report.js';
import type { Instance } from './instance.js';
import type { Completion } from './interpreter.js';

/** Reports what the guest wrote; what could not be read is missing for want of memory. */
export function textReport(instance: Instance, text: string): GuestReport {
  const { counter, operationsUsed } = instance;
  return {
    text: text === '' ? '{"status":"out-of-memory"}' : text,
    steps: counter.steps,
    operations: operationsUsed(),
  };
}

/** Reports that the steps are used up. */
export function stepLimitReport({ counter }: Instance): GuestReport {
  return { text: '{"status":"step-limit"}', steps: counter.steps, operations: 0 };
}

/** Reports an error that reached the host, such as one thrown while a program was loaded. */
export function failureReport(
  instance: Instance,
  { value }: Completion,
  maxSteps: number,
): GuestReport {
  const { interpreter, driver } = instance;
  const described = interpreter.call(driver.fail, value);
  if (instance.counter.steps > maxSteps) return stepLimitReport(instance);
  // Without the memory for a description, the memory is what was wrong.
  return textReport(instance, described.isThrown ? '' : interpreter.readString(described.value));
}
