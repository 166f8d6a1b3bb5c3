import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '../../src/dataset/run-event.js';
import { createRecordingStream } from './support/recording-stream.js';
import { report } from './support/reported-run.js';

const _failure = { type: 'failure', failure: {}, isStored: true } as RunEvent;
const _call = { type: 'call', taskId: 'a', sample: 0, turn: 1, call: {} } as RunEvent;

beforeEach(() => {
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
  vi.useFakeTimers({ toFake: [...timers, 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an output that breaks', () => {
  it('is not written to any more, and nothing is thrown', () => {
    const stream = createRecordingStream();
    const write = vi.spyOn(stream, 'write').mockImplementation(() => {
      throw new Error('EPIPE');
    });
    const { tell } = report({ stream, intervalMs: 10 });
    tell('started');
    vi.advanceTimersByTime(100);
    tell('finished');
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('is listened to as long as it is written to', async () => {
    const stream = createRecordingStream();
    const { tell } = report({ stream });
    tell('started');
    stream.emit('error', new Error('EPIPE'));
    tell('finished');
    expect(stream.text()).toBe('0/100 (0%)\n');
    const other = createRecordingStream();
    const whole = report({ stream: other });
    whole.tell('started');
    expect(other.listenerCount('error')).toBe(1);
    whole.tell('finished');
    await nextRound();
    await nextRound();
    expect(other.listenerCount('error')).toBe(0);
  });

  it('does not end the process', async () => {
    vi.useRealTimers();
    const program = `
      import { createReporter } from './src/dataset/create-reporter.ts';
      const reporter = createReporter({ intervalMs: 5 });
      let conversations = 0;
      const summary = () => ({ conversations, failures: 0, storedConversations: 0, duplicates: 0,
        outcomes: {}, turns: [], durationMs: 0 });
      reporter({ type: 'started' }, summary);
      const timer = setInterval(() => {
        conversations++;
        reporter({ type: 'call' }, summary);
        if (conversations < 40) return;
        clearInterval(timer);
        reporter({ type: 'finished' }, summary);
        setTimeout(() => console.log('went on to the end'), 50);
      }, 5);
    `;
    const options = ['--import', 'tsx', '--input-type=module', '-e', program];
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.once('data', () => child.stderr.destroy());
    const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect([output, code]).toEqual(['went on to the end\n', 0]);
  });
});
