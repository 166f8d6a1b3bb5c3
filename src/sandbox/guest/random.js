// Randomness from a seed. The state lives in a cell that the host sets before each call.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(cells, stateCell, isUsedCell) => {
  'use strict';
  const { imul } = Math;

  const random = () => {
    const state = (cells[stateCell] + 0x6d2b79f5) >>> 0;
    cells[stateCell] = state;
    cells[isUsedCell] = 1;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  Object.defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
};
