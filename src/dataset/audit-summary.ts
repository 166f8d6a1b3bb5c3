import { type AuditRow, type AuditStatus, auditStatuses } from '../functions/audit-row.js';
import type { Counts } from './run-summary.js';

/** A module that the sandbox lacks, and what could not be audited without it. */
export interface MissingModule {
  readonly name: string;
  readonly functions: number;
  readonly pairs: number;
}

/** What was found in the pairs of many functions, so far or on the whole. */
export interface AuditSummary {
  /** `stopped`: the functions ended before their end, by an error, an abort, or the consumer's leaving. */
  readonly status: 'running' | 'complete' | 'stopped';
  /** Functions whose pairs have all come out, those without pairs included. */
  readonly functions: number;
  readonly pairs: number;
  /** The pairs by what was found. */
  readonly statuses: Counts<AuditStatus>;
  /** The functions by the worst that was found in a pair of theirs (`auditStatuses` has the order). */
  readonly functionStatuses: Counts<AuditStatus | 'no-pairs'>;
  /** The first 1,000 modules that were missing, the one that most functions lack first. */
  readonly missingModules: readonly MissingModule[];
  /** How long it has taken, in milliseconds. */
  readonly durationMs: number;
}

/** Counts pairs and functions that were audited. */
export interface AuditCounter {
  countPair(row: AuditRow): void;
  /** Counts a function when all its rows have been counted. */
  countFunction(rows: readonly AuditRow[]): void;
  summary(): Omit<AuditSummary, 'status' | 'durationMs'>;
}

/** What would grow with the data is listed up to here. */
const listedModules = 1000;

/** Makes a counter at zero. */
export function createAuditCounter(): AuditCounter {
  let functions = 0;
  let pairs = 0;
  const statuses: { [S in AuditStatus]?: number } = {};
  const functionStatuses: { [S in AuditStatus | 'no-pairs']?: number } = {};
  const modules = new Map<string, { functions: number; pairs: number }>();

  return {
    countPair({ status, missingModule }) {
      pairs++;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (missingModule === undefined) return;
      const counts = modules.get(missingModule) ?? { functions: 0, pairs: 0 };
      counts.pairs++;
      if (modules.size < listedModules) modules.set(missingModule, counts);
    },
    countFunction(rows) {
      functions++;
      const worst = worstOf(rows);
      functionStatuses[worst] = (functionStatuses[worst] ?? 0) + 1;
      for (const name of new Set(rows.map(({ missingModule }) => missingModule))) {
        const counts = name === undefined ? undefined : modules.get(name);
        if (counts !== undefined) counts.functions++;
      }
    },
    summary() {
      const missingModules = [...modules]
        .map(([name, counts]) => ({ name, ...counts }))
        .sort((a, b) => b.functions - a.functions || b.pairs - a.pairs);
      return {
        functions,
        pairs,
        statuses: { ...statuses },
        functionStatuses: { ...functionStatuses },
        missingModules,
      };
    },
  };
}

function worstOf(rows: readonly AuditRow[]): AuditStatus | 'no-pairs' {
  const ranks = rows.map(({ status }) => auditStatuses.indexOf(status));
  return auditStatuses[ranks.reduce((worst, rank) => Math.max(worst, rank), -1)] ?? 'no-pairs';
}
