import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, type Row } from './table.js';

const child = fileURLToPath(new URL('deduplicate-child.ts', import.meta.url));
const run = promisify(execFile);

/** What a process measured of itself. */
export interface DeduplicationUse {
  readonly functions: number;
  /** Lines of a function, on average. */
  readonly lines: number;
  /** Without the making of the functions. */
  readonly seconds: number;
  /** How many duplicates there were. */
  readonly planted: { readonly exact: number; readonly near: number };
  /** How many of them were marked as what they are. */
  readonly found: { readonly exact: number; readonly near: number };
  /** Functions marked as duplicates that are none, or of another function. */
  readonly falseAlarms: number;
  /** Resident set in bytes: what it grew by, and the most ever. */
  readonly growth: number;
  readonly peak: number;
}

const functions = 100_000;

/**
 * Deduplicates 100,000 functions in a process of their own.
 *
 * @throws Error when an exact duplicate was missed.
 */
export async function measureDeduplicate(): Promise<readonly Row[]> {
  const { stdout } = await run(process.execPath, [
    ...['--import', import.meta.resolve('tsx'), child],
    String(functions),
  ]);
  const use = JSON.parse(stdout) as DeduplicationUse;
  const { planted, found } = use;
  if (found.exact !== planted.exact) {
    throw new Error(`${planted.exact - found.exact} of ${planted.exact} exact duplicates missed`);
  }
  const perSecond = use.functions / use.seconds;
  const peak = Math.round(use.peak / 1e6);
  return [
    {
      what: `${use.functions} functions of ${use.lines.toFixed(0)} lines: exact and near duplicates`,
      figure: `${use.seconds.toFixed(0)} s, ${perSecond.toFixed(0)} a second`,
    },
    {
      what: 'planted duplicates found, renamed and laid out anew',
      figure: `${found.exact} of ${planted.exact}`,
    },
    {
      what: 'planted duplicates found, one or two statements changed',
      figure: `${found.near} of ${planted.near}, ${percent(found.near, planted.near)}`,
    },
    { what: 'false alarms', figure: String(use.falseAlarms) },
    {
      what: 'growth of the resident set, and its peak, Node.js itself included',
      figure: `+${Math.round(use.growth / 1e6)} MB, ${peak} MB`,
      wanted: atMost(500, peak, ' MB'),
    },
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
