import { describe, expect, it } from 'vitest';
import {
  closingText,
  fractionDone,
  plainCost,
  progressParts,
  stoppingText,
} from '../../src/dataset/progress-text.js';
import type { RunSummary, StopReason } from '../../src/dataset/run-summary.js';
import { summaryOf } from './support/summary.js';

const formatCost = plainCost;
const tell = (changes: Partial<RunSummary>, perSecond?: number): string =>
  progressParts(summaryOf(changes), { perSecond, formatCost }).join(' | ');
const close = (changes: Partial<RunSummary>): string =>
  closingText(summaryOf(changes), { formatCost });

const limiter = {
  concurrency: 32,
  maxConcurrency: 32,
  inFlight: 12,
  waiting: 0,
  pausedMs: 0,
  backgroundShare: 0,
};

describe('the text of progress', () => {
  it.each<[string, Partial<RunSummary>, number | undefined, string]>([
    ['the start', { total: 1000 }, undefined, '0/1,000 (0%)'],
    [
      'an unknown total',
      { conversations: 1412, failures: 3 },
      12.34,
      '1,415 done | 12.3/s | 3 failed',
    ],
    [
      'a rate and what is left',
      { total: 1000, conversations: 412 },
      12.25,
      '412/1,000 (41%) | 12.3/s | ETA 48 s',
    ],
    [
      'a slow run',
      { total: 100, conversations: 40 },
      1 / 90,
      '40/100 (40%) | 0.667/min | ETA 1 h 30 min',
    ],
    [
      'almost everything',
      { total: 1000, conversations: 999 },
      4,
      '999/1,000 (99%) | 4/s | ETA 0 s',
    ],
    [
      'everything',
      { total: 10, conversations: 8, failures: 2 },
      4,
      '10/10 (100%) | 4/s | 2 failed',
    ],
    ['more than was expected', { total: 10, conversations: 12 }, 4, '12/10 (100%) | 4/s'],
    ['an empty source', { total: 0 }, undefined, '0/0 (100%)'],
    ['duplicates', { total: 10, conversations: 4, duplicates: 2 }, undefined, '4/8 (50%)'],
    [
      'accuracy with one turn',
      { conversations: 4, outcomes: { correct: 2, unsolved: 1, unverifiable: 1 }, turns: [] },
      undefined,
      '4 done | right 67%',
    ],
    [
      'accuracy with two turns',
      {
        conversations: 10,
        outcomes: { correct: 5, revised: 2, unsolved: 3 },
        turns: [
          { output: { correct: 5, mismatch: 5 }, input: {} },
          { output: { correct: 2, mismatch: 3 }, input: {} },
        ],
      },
      undefined,
      '10 done | right 50% -> 70%',
    ],
    [
      'accuracy of conversations that were stored without their turns',
      { conversations: 2, storedConversations: 2, outcomes: { correct: 1, revised: 1 } },
      undefined,
      '2 done | right 50% -> 100% | 2 stored',
    ],
    [
      'nothing that could be judged',
      { conversations: 2, outcomes: { unverifiable: 2 } },
      undefined,
      '2 done',
    ],
    ['a cost', { cost: { amount: 1.234, unknownCalls: 0 } }, undefined, '0 done | cost 1.23'],
    [
      'calls of unknown cost',
      { cost: { amount: 1234.5, unknownCalls: 4 } },
      undefined,
      '0 done | cost 1,234.50 + 4 unknown',
    ],
    ['calls in flight', { limiter }, undefined, '0 done | calls 12/32'],
    [
      'a limiter that holds back',
      { limiter: { ...limiter, concurrency: 20 } },
      undefined,
      '0 done | calls 12/20 of 32',
    ],
    [
      'a limiter that is paused',
      { limiter: { ...limiter, inFlight: 0, pausedMs: 41_000 } },
      undefined,
      '0 done | calls 0/32, paused 41 s',
    ],
    [
      'a run that stops, without what will not be',
      { total: 100, conversations: 5, stoppedBy: 'signal' },
      2,
      '5/100 (5%) | 2/s',
    ],
  ])('tells %s', (_, changes, perSecond, text) => {
    expect(tell(changes, perSecond)).toBe(text);
  });

  it('writes costs as it is told to', () => {
    const summary = summaryOf({ cost: { amount: 1.5, unknownCalls: 1 } });
    const parts = progressParts(summary, { formatCost: (amount) => `$${amount.toFixed(2)}` });
    expect(parts).toContain('cost $1.50 + 1 unknown');
  });
});

describe('the share that is done', () => {
  it.each<[Partial<RunSummary>, number | undefined]>([
    [{}, undefined],
    [{ total: 8, conversations: 1, failures: 1 }, 0.25],
    [{ total: 8, conversations: 9 }, 1],
    [{ total: 0 }, 1],
    [{ total: 4, duplicates: 2, conversations: 1 }, 0.5],
  ])('of %j is %s', (changes, fraction) => {
    expect(fractionDone(summaryOf(changes))).toBe(fraction);
  });
});

describe('an amount of money', () => {
  it.each([
    [0, '0'],
    [0.001234, '0.00123'],
    [0.00000005, '0.00000005'],
    [0.5, '0.5'],
    [1, '1.00'],
    [12_345.678, '12,345.68'],
  ])('of %f is %s', (amount, text) => {
    expect(plainCost(amount)).toBe(text);
  });
});

describe('the text of a stop', () => {
  it.each<[StopReason, number, string]>([
    ['signal', 12, 'stopping (signal): 12 calls in flight'],
    ['budget', 1, 'stopping (budget): 1 call in flight'],
    ['error', 0, 'stopping (error): no calls in flight'],
  ])('by %s with %i calls', (by, inFlight, text) => {
    expect(stoppingText(by, inFlight)).toBe(text);
  });
});

describe('the text of an end', () => {
  it.each<[string, Partial<RunSummary>, string]>([
    [
      'of a complete run',
      {
        total: 1000,
        tasks: 1000,
        conversations: 997,
        failures: 3,
        outcomes: { correct: 700, revised: 200, unsolved: 97 },
        cost: { amount: 0.25, unknownCalls: 0 },
        durationMs: 724_000,
      },
      'complete: 997 of 1,000 tasks finished, 3 failed | right 70.2% -> 90.3% | cost 0.25 | 12 min 4 s',
    ],
    [
      'by budget',
      { stoppedBy: 'budget', total: 1000, conversations: 812, failures: 3, pending: 40 },
      'stopped by budget: 812 of 1,000 tasks finished, 3 failed, 185 left | 0 s',
    ],
    [
      'by signal, of a source of unknown length',
      { stoppedBy: 'signal', conversations: 812, pending: 40, storedConversations: 800 },
      'stopped by signal: 812 tasks finished, 40 left | 800 stored | 0 s',
    ],
    ['before it began', { stoppedBy: 'error' }, 'stopped by an error: 0 tasks finished | 0 s'],
    [
      'because nothing works',
      { stoppedBy: 'error-rate', total: 9, failures: 9 },
      'stopped because nearly all calls fail: 0 of 9 tasks finished, 9 failed | 0 s',
    ],
    [
      'by the consumer',
      { stoppedBy: 'consumer', total: 9, conversations: 1 },
      'stopped by the consumer: 1 of 9 tasks finished, 8 left | 0 s',
    ],
  ])('%s', (_, changes, text) => {
    expect(close(changes)).toBe(text);
  });
});
