import { GuestEnded } from './imports/guest-ended.js';

/**
 * Reports a call that did not come to its end, as the text that the guest would have written.
 *
 * @param error - What unwound the interpreter.
 * @param isMemoryRefused - Whether the guest had asked for more memory than it may have.
 */
export function endReport(error: unknown, isMemoryRefused: boolean): string {
  if (error instanceof GuestEnded) {
    const { reason } = error;
    switch (reason.kind) {
      case 'step-limit':
        return '{"status":"step-limit"}';
      case 'exit':
        return threw('SystemExit', String(reason.exitCode));
      case 'refused':
        return threw('PermissionError', `the sandbox has no ${reason.name}`);
      case 'abort':
        // Not every place of the interpreter can go on without the memory that it asked for.
        if (isMemoryRefused) return outOfMemory;
        return threw('SystemError', 'the interpreter was aborted');
    }
  }
  // The stack of the thread has ended before the interpreter's own count did.
  if (error instanceof RangeError) {
    return threw('RecursionError', 'maximum recursion depth exceeded');
  }
  // A trap, or something that must not happen.
  return isMemoryRefused ? outOfMemory : '{"status":"lost"}';
}

const outOfMemory = '{"status":"out-of-memory"}';

function threw(name: string, message: string): string {
  return JSON.stringify({ status: 'threw', name, message });
}
