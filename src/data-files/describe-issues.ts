import type { z } from 'zod';

const shownIssues = 3;

/** Puts what a schema found wrong on one line. */
export function describeIssues({ issues }: z.ZodError): string {
  const shown = issues.slice(0, shownIssues).map(({ path, message }) => {
    return `${path.length > 0 ? path.join('.') : 'the row'}: ${message}`;
  });
  if (issues.length > shownIssues) shown.push(`and ${issues.length - shownIssues} more`);
  return shown.join('; ');
}
