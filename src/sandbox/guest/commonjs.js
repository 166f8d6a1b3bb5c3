// The variables by which a CommonJS module hands out what others may use.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
() => {
  'use strict';
  const exports = {};
  const module = { exports };
  const attributes = { __proto__: null, writable: true, configurable: true };
  Object.defineProperty(globalThis, 'module', { value: module, ...attributes });
  Object.defineProperty(globalThis, 'exports', { value: exports, ...attributes });
  return { module };
};
