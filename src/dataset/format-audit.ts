import { type AuditStatus, auditStatuses } from '../functions/audit-row.js';
import type { AuditSummary } from './audit-summary.js';

/** Modules that are listed. */
const longestList = 20;

/**
 * Writes what was found in recorded pairs as a table for people: pairs, and functions by their worst
 * pair, with their share; then the modules that the sandbox lacks.
 */
export function formatAudit(summary: AuditSummary): string {
  const { functions, pairs, status } = summary;
  const end = { running: ' so far', stopped: ', stopped before the end', complete: '' }[status];
  const title = `${counted(pairs, 'pair')} of ${counted(functions, 'function')}${end}`;
  const tables = [statusRows(summary), moduleRows(summary)].filter((rows) => rows.length > 1);
  return [title, ...tables.map(layOut)].join('\n\n');
}

type Cells = readonly string[];

function statusRows({ functions, pairs, statuses, functionStatuses }: AuditSummary): Cells[] {
  const kinds: readonly (AuditStatus | 'no-pairs')[] = [...auditStatuses, 'no-pairs'];
  const found = kinds.filter((kind) => countOf(statuses, kind) + (functionStatuses[kind] ?? 0) > 0);
  return [
    ['', 'pairs', '', 'functions', ''],
    ...found.map((kind) => {
      const [ofPairs, ofFunctions] = [countOf(statuses, kind), functionStatuses[kind] ?? 0];
      return [
        kind,
        number(ofPairs),
        percent(ofPairs, pairs),
        number(ofFunctions),
        percent(ofFunctions, functions),
      ];
    }),
  ];
}

function countOf(statuses: AuditSummary['statuses'], kind: AuditStatus | 'no-pairs'): number {
  return kind === 'no-pairs' ? 0 : (statuses[kind] ?? 0);
}

function moduleRows({ missingModules, functions, pairs }: AuditSummary): Cells[] {
  const left = missingModules.length - longestList;
  return [
    ['missing modules', 'pairs', '', 'functions', ''],
    ...missingModules
      .slice(0, longestList)
      .map((module) => [
        shown(module.name),
        number(module.pairs),
        percent(module.pairs, pairs),
        number(module.functions),
        percent(module.functions, functions),
      ]),
    ...(left > 0 ? [[`and ${number(left)} more`]] : []),
  ];
}

/** The first column to the left, numbers to the right. */
function layOut(rows: readonly Cells[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  const lines = rows.map((cells) =>
    cells.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    }),
  );
  return lines.map((cells) => `  ${cells.join('  ')}`.trimEnd()).join('\n');
}

/** A part that is not the whole is never shown as all of it, nor one that is there as nothing. */
function percent(part: number, whole: number): string {
  if (part === 0) return '';
  const share = (100 * part) / whole;
  if (part === whole) return '100 %';
  if (share < 0.1) return '< 0.1 %';
  return `${Math.min(share, 99.9).toFixed(1)} %`;
}

function counted(count: number, name: string): string {
  return `${number(count)} ${name}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** Programs choose the names of modules: nothing that a terminal obeys, and of bounded length. */
function shown(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]/gu, '?').slice(0, 60);
}
