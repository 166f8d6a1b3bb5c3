import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDeadline } from '../../src/generation/deadline.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a deadline', () => {
  it('aborts with a TimeoutError when the time is up', () => {
    const deadline = startDeadline(50, undefined);
    vi.advanceTimersByTime(49);
    expect(deadline).toMatchObject({ isOver: false, signal: { aborted: false } });
    vi.advanceTimersByTime(1);
    expect(deadline).toMatchObject({
      isOver: true,
      signal: { aborted: true, reason: { name: 'TimeoutError' } },
    });
  });

  it('aborts with the reason of the signal, and is not over then', () => {
    const controller = new AbortController();
    const deadlines = [1, 2, 3].map(() => startDeadline(50, controller.signal));
    deadlines[1]?.end();
    controller.abort('enough');
    expect(deadlines.map(({ signal }) => signal.reason)).toEqual(['enough', undefined, 'enough']);
    expect(deadlines.some(({ isOver }) => isOver)).toBe(false);
  });

  it('is aborted from the start by a signal that was aborted before', () => {
    expect(startDeadline(50, AbortSignal.abort('early')).signal.reason).toBe('early');
  });

  it('leaves no timer behind, and adds one listener for all calls of a signal', () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    for (let call = 0; call < 100; call++) startDeadline(50, signal).end();
    expect(vi.getTimerCount()).toBe(0);
    expect(add).toHaveBeenCalledTimes(1);
  });

  it('takes any number of milliseconds', () => {
    const deadline = startDeadline(Number.MAX_SAFE_INTEGER, undefined);
    vi.advanceTimersByTime(1000);
    expect(deadline.isOver).toBe(false);
    deadline.end();
  });
});
