import type { z } from 'zod';
import { describeIssues } from './describe-issues.js';

/**
 * Reads a row that has to have a shape.
 *
 * @throws TypeError whose message names the fields and says what is wrong with them.
 */
export function requireShape<T>(schema: z.ZodType<T>, row: unknown): T {
  const checked = schema.safeParse(row);
  if (checked.success) return checked.data;
  throw new TypeError(describeIssues(checked.error));
}
