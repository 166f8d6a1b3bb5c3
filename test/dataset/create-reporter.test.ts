import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReporter, type ReporterOptions } from '../../src/dataset/create-reporter.js';
import type { RunEvent } from '../../src/dataset/run-event.js';
import { createRecordingStream } from './support/recording-stream.js';
import { report } from './support/reported-run.js';
import { summaryOf } from './support/summary.js';

const failure = { type: 'failure', failure: {}, isStored: true } as RunEvent;
const call = { type: 'call', taskId: 'a', sample: 0, turn: 1, call: {} } as RunEvent;

beforeEach(() => {
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
  vi.useFakeTimers({ toFake: [...timers, 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a reporter of lines', () => {
  it('writes one at the start, at most one an interval, and one at the end', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    tell('started');
    for (let second = 1; second <= 25; second++) {
      vi.advanceTimersByTime(1000);
      tell(call, { conversations: second });
    }
    tell('finished', { conversations: 100, durationMs: 25_000, status: 'complete' });
    expect(stream.text().split('\n')).toEqual([
      '0/100 (0%)',
      '9/100 (9%) | 0.9/s | ETA 1 min 41 s',
      '19/100 (19%) | 0.95/s | ETA 1 min 25 s',
      'complete: 100 of 100 tasks finished | 25 s',
      '',
    ]);
    vi.advanceTimersByTime(100_000);
    expect(stream.text()).toMatch(/25 s\n$/);
  });

  it('writes one more line when nothing happens any more, and then none', () => {
    const stream = createRecordingStream();
    const limiter = {
      concurrency: 8,
      maxConcurrency: 8,
      inFlight: 0,
      waiting: 9,
      pausedMs: 0,
      backgroundShare: 0,
    };
    const { tell } = report({ stream, intervalMs: 1000, label: 'train' });
    tell('started');
    tell(call, { limiter: { ...limiter, pausedMs: 3_600_000 } });
    vi.advanceTimersByTime(60_000);
    const paused = 'train: 0/100 (0%) | calls 0/8, paused 1 h';
    expect(stream.text().split('\n')).toEqual(['train: 0/100 (0%)', paused, paused, '']);
  });

  it('tells at once when a run stops', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    tell('started');
    tell({ type: 'stopping', by: 'budget', inFlight: 12 }, { stoppedBy: 'budget' });
    tell('finished', { conversations: 12, failures: 3, status: 'stopped' });
    expect(stream.written.slice(1, 3)).toEqual([
      'stopping (budget): 12 calls in flight\n',
      'stopped by budget: 12 of 100 tasks finished, 3 failed, 85 left | 0 s\n',
    ]);
  });

  it('does not take what was stored for speed', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    tell('started');
    tell('conversation', { conversations: 40, storedConversations: 40 });
    tell(failure, { failures: 1 });
    vi.advanceTimersByTime(10_000);
    tell('conversation', { conversations: 45 });
    vi.advanceTimersByTime(10_000);
    expect(stream.written.at(-1)).toBe(
      '46/100 (46%) | 0.5/s | ETA 1 min 48 s | 1 failed | 40 stored\n',
    );
  });

  it('shows one run after the other', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    for (const conversations of [100, 50]) {
      tell('started', { conversations: 0 });
      tell('finished', { conversations });
    }
    expect(stream.text().match(/complete: \d+/g)).toEqual(['complete: 100', 'complete: 50']);
  });

  it('tells of a run that could not begin', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    tell('finished', { status: 'stopped', stoppedBy: 'error' });
    expect(stream.text()).toBe('stopped by an error: 0 of 100 tasks finished, 100 left | 0 s\n');
  });

  it('can be stopped, until another run begins', () => {
    const stream = createRecordingStream();
    const { reporter, tell } = report({ stream });
    tell('started');
    reporter.stop();
    tell(call);
    tell('finished');
    vi.advanceTimersByTime(60_000);
    expect(stream.text()).toBe('0/100 (0%)\n');
    tell('started');
    expect(stream.text()).toBe('0/100 (0%)\n0/100 (0%)\n');
  });

  it('writes costs as it is told to, and does not mind when that fails', () => {
    const stream = createRecordingStream();
    const formatCost = vi.fn((amount: number) => `${amount} EUR`);
    const { tell } = report({ stream, formatCost });
    tell('started', { cost: { amount: 1.5, unknownCalls: 0 } });
    formatCost.mockImplementation(() => {
      throw new RangeError('no words');
    });
    tell('finished');
    expect(stream.text()).toMatch(/cost 1\.5 EUR\n.*cost 1\.50 \|/);
  });
});

describe('a reporter on a terminal', () => {
  const terminal = () => createRecordingStream({ isTTY: true, columns: 90 });

  /** Loading the bar takes real time. */
  const loaded = async (): Promise<void> => {
    await vi.dynamicImportSettled();
    await nextRound();
  };

  it('draws a bar in one line, and at the end a line in its place', async () => {
    const stream = terminal();
    const { tell } = report({ stream, label: 'train' });
    tell('started');
    tell('conversation', { conversations: 10 });
    await loaded();
    tell('conversation', { conversations: 50 });
    vi.advanceTimersByTime(2000);
    expect(stream.text()).toContain('train [===---------------------------] 10/100 (10%)');
    expect(stream.text()).toContain('train [===============---------------] 50/100 (50%)');
    expect(stream.text()).not.toContain('\n');
    tell('finished', { conversations: 100, status: 'complete' });
    expect(stream.text()).toMatch(/train: complete: 100 of 100 tasks finished \| 0 s\n$/);
    expect(stream.text().split('\n').length).toBe(2);
    const count = stream.written.length;
    vi.advanceTimersByTime(10_000);
    expect(stream.written.slice(count).join('')).toBe('');
  });

  it('draws at most every 100 ms, and reads the run no more often', async () => {
    const stream = terminal();
    const summary = vi.fn(() => summaryOf({ conversations: summary.mock.calls.length }));
    const reporter = createReporter({ stream });
    reporter({ type: 'started' }, summary);
    await loaded();
    for (let step = 0; step < 1000; step++) {
      reporter(call, summary);
      vi.advanceTimersByTime(1);
    }
    expect(summary.mock.calls.length).toBeGreaterThan(8);
    expect(summary.mock.calls.length).toBeLessThan(14);
    reporter.stop();
  });

  it('never writes more than fits', async () => {
    const stream = createRecordingStream({ isTTY: true, columns: 40 });
    const { reporter, tell } = report({ stream });
    tell('started', { failures: 3, cost: { amount: 5, unknownCalls: 1 }, storedConversations: 9 });
    await loaded();
    vi.advanceTimersByTime(1000);
    const lines = stream.written.filter((line) => line.includes('/100'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.length).toBeLessThan(40);
    reporter.stop();
  });

  it('keeps the line of a stop above the bar', async () => {
    const stream = terminal();
    const { reporter, tell } = report({ stream });
    tell('started');
    await loaded();
    tell({ type: 'stopping', by: 'signal', inFlight: 1 }, { stoppedBy: 'signal' });
    vi.advanceTimersByTime(200);
    expect(stream.text()).toMatch(/stopping \(signal\): 1 call in flight\n\[-+\] 0\/100 \(0%\)$/);
    reporter.stop();
  });

  it('loses nothing of a run that ends before the bar is loaded', async () => {
    const stream = terminal();
    const { tell } = report({ stream });
    tell('started');
    tell({ type: 'stopping', by: 'signal', inFlight: 0 });
    tell('finished', { stoppedBy: 'signal' });
    await loaded();
    vi.advanceTimersByTime(1000);
    expect(stream.text()).toBe(
      'stopping (signal): no calls in flight\nstopped by signal: 0 of 100 tasks finished, 100 left | 0 s\n',
    );
  });

  it('changes nothing of the terminal and the process that would have to be put back', async () => {
    const stream = terminal();
    const listeners = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const before = listeners();
    const { reporter, tell } = report({ stream });
    tell('started');
    await loaded();
    vi.advanceTimersByTime(1000);
    expect(listeners()).toBe(before);
    // Only to move to a column, and to clear a line.
    const escapes = stream.written.join('').split('\u001B').slice(1);
    expect(escapes.length).toBeGreaterThan(0);
    expect(escapes.filter((code) => !/^\[\d*[GK]/.test(code))).toEqual([]);
    reporter.stop();
  });

  it('that cannot move its cursor writes lines', () => {
    const stream = terminal();
    vi.stubEnv('TERM', 'dumb');
    const { reporter, tell } = report({ stream });
    tell('started');
    expect(stream.written).toEqual(['0/100 (0%)\n']);
    reporter.stop();
    vi.unstubAllEnvs();
  });

  it('writes lines when it is asked to, and draws where it would not by itself', async () => {
    const lines = terminal();
    const asked = report({ stream: lines, mode: 'lines' });
    asked.tell('started');
    expect(lines.written).toEqual(['0/100 (0%)\n']);
    asked.reporter.stop();
    const stream = createRecordingStream();
    const { reporter, tell } = report({ stream, mode: 'bar' });
    tell('started');
    await loaded();
    expect(stream.text()).toMatch(/^\[-{30}\] 0\/100/);
    reporter.stop();
  });
});

describe('createReporter', () => {
  it('can be silent', () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream, mode: 'silent' });
    tell('started');
    tell('finished');
    expect(stream.written).toEqual([]);
    expect(stream.listenerCount('error')).toBe(0);
  });

  it.each<[object, string]>([
    [{ mode: 'loud' }, "mode must be 'auto', 'bar', 'lines' or 'silent', got \"loud\""],
    [{ stream: {} }, 'stream must be a stream, got an object'],
    [{ label: 5 }, 'label must be a string, got 5'],
    [{ intervalMs: 0 }, 'intervalMs must be an integer of at least 1, got 0'],
    [{ formatCost: '$' }, 'formatCost must be a function, got "$"'],
  ])('refuses %j', (options, message) => {
    expect(() => createReporter(options as ReporterOptions)).toThrow(new TypeError(message));
  });
});
