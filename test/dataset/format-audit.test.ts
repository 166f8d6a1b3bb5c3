import { describe, expect, it } from 'vitest';
import type { AuditSummary } from '../../src/dataset/audit-summary.js';
import { formatAudit } from '../../src/dataset/format-audit.js';

const nothing: AuditSummary = {
  status: 'complete',
  functions: 0,
  pairs: 0,
  statuses: {},
  functionStatuses: {},
  missingModules: [],
  durationMs: 1,
};

describe('formatAudit', () => {
  it('shows pairs and functions with their shares, and the missing modules', () => {
    const text = formatAudit({
      ...nothing,
      functions: 1500,
      pairs: 12000,
      statuses: { reproducible: 11_998, 'missing-module': 1, 'mutated-input': 1 },
      functionStatuses: {
        reproducible: 1400,
        'mutated-input': 1,
        'missing-module': 1,
        'no-pairs': 98,
      },
      missingModules: [{ name: 'numpy', functions: 1, pairs: 1 }],
    });
    expect(text).toBe(`12,000 pairs of 1,500 functions

                   pairs           functions
  reproducible    11,998   99.9 %      1,400   93.3 %
  missing-module       1  < 0.1 %          1  < 0.1 %
  mutated-input        1  < 0.1 %          1  < 0.1 %
  no-pairs             0                  98    6.5 %

  missing modules  pairs           functions
  numpy                1  < 0.1 %          1  < 0.1 %`);
  });

  it('says that it is not the whole', () => {
    expect(formatAudit({ ...nothing, status: 'running' })).toBe('0 pairs of 0 functions so far');
    expect(formatAudit({ ...nothing, status: 'stopped', pairs: 1, functions: 1 })).toBe(
      '1 pair of 1 function, stopped before the end',
    );
  });

  it('lists few modules, with nothing that a terminal obeys', () => {
    const missingModules = Array.from({ length: 25 }, (_, index) => {
      return { name: `\u001b[2Jm${index}${'x'.repeat(200)}`, functions: 1, pairs: 1 };
    });
    const text = formatAudit({ ...nothing, functions: 25, pairs: 25, missingModules });
    const lines = text.split('\n');
    expect(text).not.toContain('\u001b');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(110);
    expect(lines.at(-1)).toBe('  and 5 more');
    expect(lines).toHaveLength(2 + 1 + 20 + 1);
  });
});
