import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine } from '../../src/dataset/fit-line.js';

const draw = (fraction: number, size: number): string =>
  '='.repeat(Math.round(fraction * size)).padEnd(size, '-');
const parts = ['412/1,000 (41%)', '12.3/s', 'ETA 48 s', '3 failed'];

describe('a line with a bar', () => {
  it('shows everything when there is room', () => {
    expect(fitLine({ label: 'train', fraction: 0.5, parts }, 200, draw)).toBe(
      'train [===============---------------] 412/1,000 (41%) | 12.3/s | ETA 48 s | 3 failed',
    );
  });

  it('shows the first parts, and a shorter bar, when there is little', () => {
    expect(fitLine({ label: '', fraction: 0.5, parts }, 54, draw)).toBe(
      '[========--------] 412/1,000 (41%) | 12.3/s | ETA 48 s',
    );
    expect(fitLine({ label: '', fraction: 0.5, parts }, 40, draw)).toBe(
      '[=======------] 412/1,000 (41%) | 12.3/s',
    );
  });

  it('shows no bar when there is no room for it, or no share', () => {
    expect(fitLine({ label: '', fraction: 0.5, parts }, 20, draw)).toBe('412/1,000 (41%)');
    expect(fitLine({ label: '', fraction: undefined, parts }, 200, draw)).toBe(parts.join(' | '));
  });

  it('is no longer than the width, but for its first part', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(share, texts, fc.string(), fc.nat(150), (fraction, parts, label, width) => {
        const line = fitLine({ label, fraction, parts }, width, draw);
        const shortest = `${label} ${parts[0]}`.length;
        expect(line.length).toBeLessThanOrEqual(Math.max(width, shortest));
        expect(line).toContain(parts[0]);
      }),
    );
  });
});
