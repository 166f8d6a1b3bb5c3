import { describe, expect, it } from 'vitest';
import { createErrorRate } from '../../src/index.js';

describe('createErrorRate', () => {
  it('sees when nearly all of the last calls failed, and not before there are as many', () => {
    const rate = createErrorRate({ share: 0.8, calls: 5 });
    expect([true, true, true, true].map((isFailure) => rate.record(isFailure))).not.toContain(true);
    expect(rate.record(false)).toBe(true);
    expect(rate.record(false)).toBe(false);
    expect(rate.record(true)).toBe(false);
  });

  it('looks at the last calls alone', () => {
    const rate = createErrorRate({ calls: 10 });
    for (let call = 0; call < 1000; call++) expect(rate.record(false)).toBe(false);
    const verdicts = Array.from({ length: 10 }, () => rate.record(true));
    expect(verdicts.indexOf(true)).toBe(8);
  });

  it('does not wait for so many when the key is refused from the first call on', () => {
    const dead = createErrorRate();
    const verdicts = Array.from({ length: 10 }, () => dead.record(true, 401));
    expect(verdicts.indexOf(true)).toBe(9);
    const alive = createErrorRate();
    alive.record(false);
    expect(Array.from({ length: 20 }, () => alive.record(true, 403))).not.toContain(true);
  });

  it('refuses options that cannot be', () => {
    expect(() => createErrorRate({ share: 0 })).toThrow('stopOnErrors.share');
    expect(() => createErrorRate({ calls: 0 })).toThrow('stopOnErrors.calls');
  });
});
