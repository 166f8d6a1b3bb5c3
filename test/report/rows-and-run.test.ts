import { describe, expect, it } from 'vitest';
import type { ValidationReport } from '../../src/formats/validation/validation-report.js';
import type { RunSummary } from '../../src/index.js';
import { renderReport } from '../../src/report/index.js';
import { groupFindings } from '../../src/report/numbers/finding-groups.js';
import { formatDuration, formatMoney, formatShort } from '../../src/report/page/number-text.js';
import { right } from '../formats/support/conversations.js';

const reportOf = (
  rule: string,
  count: number,
  severity: 'error' | 'warning',
): ValidationReport => ({
  rows: 40,
  isValid: severity === 'warning',
  errors: severity === 'error' ? count : 0,
  warnings: severity === 'warning' ? count : 0,
  counts: [{ severity, rule, count }],
  findings: Array.from({ length: Math.min(count, 5) }, (_, index) => ({
    ...{ severity, rule, row: index + 1, field: 'messages[2]' },
    problem: `${rule} of row ${index + 1}`,
  })),
});
const validations = {
  'sft, train': reportOf('too-long', 900, 'warning'),
  'sft, test': reportOf('last-role', 2, 'error'),
  openai: reportOf('too-long', 100, 'warning'),
};

describe('what validators found', () => {
  it('is grouped by rule, errors first, counted in full', () => {
    const named = Object.entries(validations).map(([name, report]) => ({ name, report }));
    const groups = groupFindings(named);
    expect(groups.map(({ rule, count }) => [rule, count])).toEqual([
      ['last-role', 2],
      ['too-long', 1000],
    ]);
    expect(groups[1]?.examples.map(({ name, finding }) => [name, finding.row])).toEqual([
      ['sft, train', 1],
      ['sft, train', 2],
      ['sft, train', 3],
    ]);
  });

  it('is told on the page, with format, row and field', async () => {
    const { html } = await renderReport([right], { validations });
    expect(html).toContain('2 errors lose rows or fail the training; 1,000 warnings');
    expect(html).toContain('<code>sft, test · row 2 · messages[2]</code> last-role of row 2');
    expect(html).toContain('href="#rows"');
  });

  it('may be nothing, and has no place when nobody looked', async () => {
    const clean = { ...reportOf('none', 0, 'error'), counts: [] };
    const { html } = await renderReport([right], { validations: { sft: clean } });
    expect(html).toContain('Nothing was found');
    expect((await renderReport([right])).html).not.toContain('Rows for trainers');
  });
});

describe('how the run went', () => {
  it('is told with what was billed and what failed, and nothing that did not happen', async () => {
    const summary: RunSummary = {
      ...{ status: 'stopped', stoppedBy: 'budget', tasks: 1200, conversations: 1000 },
      ...{ failures: 7, pending: 193, duplicates: 0, functionsWithoutPairs: 0 },
      ...{ storedConversations: 0, outcomes: {}, directions: { output: {}, input: {} }, turns: [] },
      failureReasons: { timeout: 7 } as RunSummary['failureReasons'],
      calls: { replied: 1100, cached: 0, stored: 0, rateLimited: 3, failed: 0 },
      ...{ usage: {}, cost: { amount: 4.2, unknownCalls: 0 }, durationMs: 3_723_000 },
    };
    const { html } = await renderReport([right], { summary, currency: '$' });
    expect(html).toContain('stopped by budget: 1,000 conversations of 1,200 tasks.');
    for (const text of ['… timeout', '1,100', 'attempts refused (429)', '$4.20', '1 h 2 min']) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain('replies from a cache');
  });
});

describe('numbers for people', () => {
  it('are short', () => {
    expect([0, 1.25, 999, 1000, 1250, 99_400, 1_500_000, 2e9].map(formatShort)).toEqual([
      ...['0', '1.3', '999', '1k', '1.3k', '99k', '1.5M', '2G'],
    ]);
    expect([0, 0.000123, 0.5, 1234.5].map((amount) => formatMoney(amount, ''))).toEqual([
      ...['0.00', '0.000123', '0.500', '1,234.50'],
    ]);
    expect([900, 61_000].map(formatDuration)).toEqual(['0.9 s', '1 min 1 s']);
  });
});
