import { afterEach, beforeEach, expect, vi } from 'vitest';

// The library is silent: whatever it prints is a defect.
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method);
});

afterEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    expect(vi.mocked(console[method]).mock.calls).toEqual([]);
  }
  vi.restoreAllMocks();
});
