import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { GuestReport } from '../sandbox/guest-report.js';
import type { Outcome } from '../sandbox/sandbox.js';
import { parseJson } from '../values/parse-json.js';

/**
 * Reads the guest's report as an outcome; numbers stay as Python wrote them.
 *
 * @param countOperations - Whether the outcome says how many operations the call took.
 */
export function readPythonReport(report: GuestReport, countOperations: boolean): Outcome {
  const fields = parseJson(report.text) as JsonObject;
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
    case 'threw':
      return {
        status: 'threw',
        error: {
          name: String(fields.name),
          message: String(fields.message),
          ...(typeof fields.line === 'number' && { line: fields.line }),
          ...(typeof fields.missingModule === 'string' && { missingModule: fields.missingModule }),
        },
        steps,
      };
    case 'unserializable':
      return { status: 'unserializable', path: String(fields.path), reason: String(fields.reason) };
    case 'step-limit':
    case 'out-of-memory':
    case 'output-too-large':
      return { status: fields.status };
    default:
      return { status: 'lost' };
  }
}
