import type { JsonValue } from '../core/json-value.js';
import type { Outcome } from './sandbox.js';

/** What a call came to, as text and numbers that cross a thread cheaply. */
export interface GuestReport {
  /** The JSON text that the guest wrote. */
  readonly text: string;
  readonly steps: number;
}

/** The file name under which programs run, as it appears in guest stacks. */
export const programName = 'program.js';

const programLine = /\bprogram\.js:(\d+)/;

/** Reads the guest's report as an outcome. */
export function readReport(report: GuestReport): Outcome {
  // The guest has JavaScript numbers alone, written so that they read back as the same numbers.
  const fields = JSON.parse(report.text) as { readonly [key: string]: JsonValue };
  const { steps } = report;
  switch (fields.status) {
    case 'returned':
      return {
        status: 'returned',
        value: fields.value as JsonValue,
        steps,
        logs: fields.logs as readonly string[],
      };
    case 'threw': {
      const stack = String(fields.stack ?? '');
      const line = programLine.exec(stack)?.[1];
      return {
        status: 'threw',
        error: {
          name: String(fields.name),
          message: String(fields.message),
          line: line === undefined ? undefined : Number(line),
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
