import { describe, expect, it } from 'vitest';
import { createConcurrencyWindow } from '../../src/generation/concurrency-window.js';
import { type SimulatedProvider, simulateProvider } from './support/simulate-provider.js';

const usual = { latencyMs: 200, refusalMs: 5, retryAfter: 'none' } as const;

describe('a window', () => {
  it('begins with what it may have, and keeps it while nothing is refused', () => {
    const { window, repliesPerSecond, refusedShare } = simulateProvider(usual, 40, 60);
    expect(window).toBe(40);
    expect(refusedShare).toBe(0);
    expect(repliesPerSecond).toBeGreaterThan(190);
  });

  it('is not moved by failures that are no refusals', () => {
    const window = createConcurrencyWindow(10, 0);
    for (let round = 0; round < 100; round++) window.end(window.start(round), 'unknown', round);
    expect(window.size).toBe(10);
  });

  it('holds all calls back as long as the provider asks, however long', () => {
    const window = createConcurrencyWindow(10, 0);
    const week = 7 * 24 * 3600 * 1000;
    window.end(window.start(100), 'refused', 200, 5 * week);
    expect(window.pausedUntilMs).toBe(200 + 5 * week);
    window.end(window.start(300), 'refused', 400, 1000);
    expect(window.pausedUntilMs).toBe(200 + 5 * week);
  });

  it('takes another size at once, and never goes below one call', () => {
    const window = createConcurrencyWindow(10, 0);
    window.resize(3);
    expect(window.size).toBe(3);
    window.resize(8);
    expect(window.size).toBe(8);
    for (let round = 0; round < 2000; round++) {
      const calls = Array.from({ length: window.size }, () => window.start(round));
      for (const call of calls) window.end(call, 'refused', round);
    }
    expect(window.size).toBe(1);
  });

  it('grows again when the provider takes more', () => {
    const window = createConcurrencyWindow(64, 0);
    let now = 0;
    const round = (fate: 'admitted' | 'refused'): void => {
      const calls = Array.from({ length: window.size }, () => window.start(now));
      now += 100;
      for (const call of calls) window.end(call, fate, now);
    };
    for (let rounds = 0; rounds < 30; rounds++) round('refused');
    expect(window.size).toBeLessThan(8);
    for (let rounds = 0; rounds < 600; rounds++) round('admitted');
    expect(window.size).toBe(64);
  });
});

describe('a provider with a limit on calls at a time', () => {
  it.each([
    [100, 200, 5, 'none'],
    [100, 200, 200, 'none'],
    [100, 200, 5, 'exact'],
    [100, 200, 5, 'seconds'],
    [8, 32, 5, 'none'],
    [8, 32, 200, 'exact'],
    [8, 32, 200, 'seconds'],
    [2, 32, 5, 'seconds'],
  ] as const)(
    'of %i is used to nine tenths from a window of %i (refusals in %i ms, Retry-After %s)',
    (limit, max, refusalMs, retryAfter) => {
      const { repliesPerSecond } = simulateProvider(
        { ...usual, limit, refusalMs, retryAfter },
        max,
        90,
      );
      expect(repliesPerSecond).toBeGreaterThan(0.9 * limit * 5);
    },
  );
});

describe('a provider with a limit on calls a second', () => {
  it.each([
    [400, 200, 5, 'none'],
    [400, 200, 200, 'none'],
    [400, 200, 5, 'exact'],
    [400, 200, 5, 'seconds'],
    [50, 32, 5, 'none'],
    [50, 32, 200, 'exact'],
    [20, 200, 5, 'none'],
    [20, 200, 200, 'seconds'],
  ] as const)(
    'of %i is used to nine tenths from a window of %i (refusals in %i ms, Retry-After %s)',
    (rate, max, refusalMs, retryAfter) => {
      const provider: SimulatedProvider = { ...usual, rate, burst: rate, refusalMs, retryAfter };
      const { repliesPerSecond, window } = simulateProvider(provider, max, 60);
      expect(repliesPerSecond).toBeGreaterThan(0.9 * rate);
      expect(window).toBeLessThan(max);
    },
  );
});

describe('a provider that refuses calls whatever the load', () => {
  it.each([
    [0.2, 200, 5, 'none'],
    [0.2, 200, 200, 'none'],
    [0.2, 200, 200, 'seconds'],
    [0.2, 32, 5, 'none'],
    [0.2, 64, 200, 'none'],
    [0.1, 100, 5, 'exact'],
    [0.3, 200, 5, 'seconds'],
  ] as const)(
    'refusing %f keeps nine tenths of a window of %i at work (refusals in %i ms, Retry-After %s)',
    (background, max, refusalMs, retryAfter) => {
      const provider: SimulatedProvider = { ...usual, background, refusalMs, retryAfter };
      const { repliesPerSecond } = simulateProvider(provider, max, 120, 30);
      // Slow refusals take a place as long as replies do, quick ones none.
      const possible = max * 5 * (refusalMs === 200 ? 1 - background : 1);
      expect(repliesPerSecond).toBeGreaterThan(0.9 * possible);
    },
  );
});
