import type { JsonValue } from '../core/json-value.js';
import type { GuestReport } from './guest-report.js';
import type { Outcome } from './sandbox.js';

/** The file name under which programs run, as it appears in guest stacks. */
export const programName = 'program.js';

const programLine = /\bprogram\.js:(\d+)/;

/**
 * Reads the guest's report as an outcome.
 *
 * @param countOperations - Whether the outcome says how many operations the call took.
 */
export function readReport(report: GuestReport, countOperations: boolean): Outcome {
  // The guest has JavaScript numbers alone, written so that they read back as the same numbers.
  const fields = JSON.parse(report.text) as { readonly [key: string]: JsonValue };
  const { steps, operations } = report;
  switch (fields.status) {
    case 'returned':
      return {
        status: 'returned',
        value: fields.value as JsonValue,
        steps,
        logs: fields.logs as readonly string[],
        ...(countOperations && { operations }),
      };
    case 'threw': {
      return {
        status: 'threw',
        error: {
          name: String(fields.name),
          message: String(fields.message),
          line: lineOf(String(fields.stack), fields.classes as readonly string[]),
        },
        steps,
      };
    }
    case 'unserializable':
      return {
        status: 'unserializable',
        path: String(fields.path),
        reason: String(fields.reason),
      };
    case 'step-limit':
    case 'out-of-memory':
    case 'output-too-large':
      return { status: fields.status };
    default:
      return { status: 'lost' };
  }
}

/**
 * The line at which an error was made.
 *
 * @param classes - The error's class and those that it extends, whose constructors are the first in
 * its stack, the last one before the others.
 */
function lineOf(stack: string, classes: readonly string[]): number | undefined {
  let rest = stack;
  for (const name of [...classes].reverse()) {
    if (rest.startsWith(`    at ${name} (`)) rest = rest.slice(rest.indexOf('\n') + 1);
  }
  const line = (programLine.exec(rest) ?? programLine.exec(stack))?.[1];
  return line === undefined ? undefined : Number(line);
}
