import type { Finding } from '../../core/finding.js';
import type { TokenHistogram } from './token-histogram.js';
import type { RuleCount, ValidationReport } from './validation-report.js';

const widestBar = 40;

/** Characters that a terminal obeys instead of showing them; rows hold what models wrote. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out.
const control = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Writes what a validator found as text for people: the verdict, how often each rule was broken,
 * the findings that were kept with file, row and field, and a histogram of the tokens.
 */
export function formatValidation(report: ValidationReport): string {
  const { findings, counts, tokens } = report;
  const parts = [verdictOf(report)];
  if (counts.length > 0) parts.push(countLines(counts).join('\n'));
  if (findings.length > 0) parts.push([...findings.map(findingLine), ...rest(report)].join('\n'));
  if (tokens !== undefined) parts.push(tokenLines(tokens).join('\n'));
  return parts.join('\n\n');
}

function verdictOf({ file, rows, isValid, errors, warnings }: ValidationReport): string {
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(', ');
  const verdict = `${counted(rows, 'row')}: ${isValid ? 'valid' : 'not valid'}`;
  const named = file === undefined ? verdict : `${shown(file)}: ${verdict}`;
  return found === '' ? named : `${named}, ${found}`;
}

function countLines(counts: readonly RuleCount[]): readonly string[] {
  const width = Math.max(...counts.map(({ count }) => number(count).length));
  return counts.map(
    ({ severity, rule, count }) => `  ${number(count).padStart(width)} × ${rule} (${severity})`,
  );
}

/** Begins as compilers do, so that editors and terminals can jump to the line. */
function findingLine({ severity, rule, file, row, field, problem }: Finding): string {
  const parts = [placeOf(file, row), severity, field, `${problem} (${rule})`];
  return parts.flatMap((part) => (part === undefined ? [] : [shown(part)])).join(': ');
}

function placeOf(file: string | undefined, row: number | undefined): string | undefined {
  if (row === undefined) return file;
  return file === undefined ? `row ${row}` : `${file}:${row}`;
}

function rest({ findings, errors, warnings }: ValidationReport): readonly string[] {
  const left = errors + warnings - findings.length;
  return left > 0 ? [`… and ${number(left)} more`] : [];
}

function tokenLines(tokens: TokenHistogram): readonly string[] {
  const { count, min, median, p95, max, total, buckets } = tokens;
  const most = Math.max(...buckets.map((bucket) => bucket.count));
  const ranges = buckets.map(({ from, to }) => `${number(from)} to ${number(to)}`);
  const width = Math.max(...ranges.map((range) => range.length));
  const figures = [
    `shortest ${number(min)}`,
    `median ${number(median)}`,
    `95 % up to ${number(p95)}`,
    `longest ${number(max)}`,
    `together ${number(total)}`,
  ];
  return [
    `tokens of ${counted(count, 'row')}: ${figures.join(', ')}`,
    ...buckets.map((bucket, index) => {
      const bar = '█'.repeat(Math.ceil((widestBar * bucket.count) / most));
      return `  ${(ranges[index] ?? '').padStart(width)}  ${bar}${bar && ' '}${number(bucket.count)}`;
    }),
  ];
}

function counted(count: number, name: string): string {
  return `${number(count)} ${name}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function shown(text: string): string {
  return text.replace(control, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}
