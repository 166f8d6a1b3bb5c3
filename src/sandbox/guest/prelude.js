// Sets the guest up before any program runs, and returns what the host drives it by.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(parts, cellsBuffer, maxOutputCharacters, maxLogCharacters) => {
  'use strict';
  // The host reads and writes these in memory, without a call: see guest-cells.ts.
  const cells = new Float64Array(cellsBuffer);
  const [randomState, clockAdvance, isRandomUsed, isMemoryRefused] = [0, 1, 2, 3];

  parts.random(cells, randomState, isRandomUsed);
  const advanceClock = (milliseconds) => {
    cells[clockAdvance] += milliseconds;
  };
  // It shows how long the call has waited, which is not how long it has taken.
  const performance = { now: () => cells[clockAdvance] };
  const attributes = { writable: true, configurable: true };
  Object.defineProperty(globalThis, 'performance', { value: performance, ...attributes });
  // Stacks are there without it, but classes of errors call it. Bound, it looks like a built-in.
  const captureStackTrace = ((_target, _constructor) => {}).bind();
  const name = { value: 'captureStackTrace', configurable: true };
  Object.defineProperty(captureStackTrace, 'name', name);
  const captured = { value: captureStackTrace, ...attributes };
  Object.defineProperty(Error, 'captureStackTrace', captured);
  const encode = parts.encode();
  const readLogs = parts.console(encode, maxLogCharacters);
  const wasMemoryRefused = () => cells[isMemoryRefused] !== 0;
  const describeFailure = parts.failure(wasMemoryRefused);
  const findEntry = parts.entryPoint();
  return parts.driver({
    ...{ encode, readLogs, advanceClock, findEntry, describeFailure, maxOutputCharacters },
  });
};
