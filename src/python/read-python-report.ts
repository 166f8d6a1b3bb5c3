import type { JsonObject, JsonValue } from '../core/json-value.js';
import type { GuestReport } from '../sandbox/guest-report.js';
import type { Outcome } from '../sandbox/sandbox.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/parse-json.js';

/**
 * Reads the guest's report as an outcome; numbers stay as Python wrote them. A program can take its
 * driver over and write anything: what is no report is `lost`.
 *
 * @param countOperations - Whether the outcome says how many operations the call took.
 */
export function readPythonReport(report: GuestReport, countOperations: boolean): Outcome {
  const fields = readFields(report.text);
  const { steps, operations } = report;
  switch (fields.status) {
    case 'returned':
      if (!Object.hasOwn(fields, 'value') || !isTexts(fields.logs)) return { status: 'lost' };
      return {
        status: 'returned',
        value: fields.value as JsonValue,
        steps,
        logs: fields.logs,
        ...(countOperations && { operations }),
      };
    case 'threw':
      return {
        status: 'threw',
        error: {
          name: textOf(fields.name),
          message: textOf(fields.message),
          ...(typeof fields.line === 'number' && { line: fields.line }),
          ...(typeof fields.missingModule === 'string' && { missingModule: fields.missingModule }),
        },
        steps,
      };
    case 'unserializable':
      return { status: 'unserializable', path: textOf(fields.path), reason: textOf(fields.reason) };
    case 'step-limit':
    case 'out-of-memory':
    case 'output-too-large':
      return { status: fields.status };
    default:
      return { status: 'lost' };
  }
}

function readFields(text: string): JsonObject {
  try {
    const value = parseJson(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function isTexts(value: JsonValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
