// Sets the guest up before any program runs, and returns what the host drives it by.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(parts, cellsBuffer, maxOutputCharacters, maxLogCharacters) => {
  'use strict';
  // The host reads and writes these in memory, without a call: see guest-cells.ts.
  const cells = new Float64Array(cellsBuffer);
  const [randomState, clockAdvance, isRandomUsed] = [0, 1, 2];

  parts.random(cells, randomState, isRandomUsed);
  const advanceClock = (milliseconds) => {
    cells[clockAdvance] += milliseconds;
  };
  const { encode, Refusal } = parts.encode();
  const readLogs = parts.console(encode, maxLogCharacters);
  return parts.driver(encode, Refusal, readLogs, advanceClock, maxOutputCharacters);
};
