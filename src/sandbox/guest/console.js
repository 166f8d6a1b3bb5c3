// Keeps what the program writes to the console, up to a bound.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(encode, maxLogCharacters) => {
  'use strict';
  const { stringify } = JSON;
  const toText = String;
  const lines = Object.create(null);
  let count = 0;
  let room = maxLogCharacters;

  const describe = (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'function') return '[a function]';
    if (typeof value !== 'object' || value === null) return toText(value);
    try {
      return encode(value, maxLogCharacters).text ?? '[an object]';
    } catch (_) {
      return '[an object]';
    }
  };
  const log = (...values) => {
    if (room <= 0) return;
    let line = '';
    for (let i = 0; i < values.length && line.length <= room; i++) {
      line += (i > 0 ? ' ' : '') + describe(values[i]);
    }
    if (line.length > room) {
      let short = '';
      for (let i = 0; i < room; i++) short += line[i];
      line = short + '…';
    }
    room -= line.length + 1;
    lines[count++] = line;
  };
  const assert = (condition, ...values) => {
    if (!condition) log('Assertion failed', ...values);
  };
  const ignore = () => {};
  globalThis.console = {
    ...{ log, info: log, warn: log, error: log, debug: log, trace: log, table: log, dir: log },
    ...{ dirxml: log, group: log, groupCollapsed: log, groupEnd: ignore, assert, clear: ignore },
    ...{ count: ignore, countReset: ignore, time: ignore, timeEnd: ignore, timeLog: ignore },
  };

  /** What was kept, as the JSON text of an array of lines. */
  return () => {
    let text = '[';
    for (let i = 0; i < count; i++) text += (i > 0 ? ',' : '') + stringify(lines[i]);
    return text + ']';
  };
};
