/**
 * Guest code that defines `reachableObjects()`, every object that a program can reach without
 * making it, with its path, and `fingerprint()`, a record of all of them by where they hang.
 * Both take what they need before anything can be tampered with, and call no getter.
 */
export const guestIntrinsics: string = `
const { reachableObjects, fingerprint } = (() => {
  const { ownKeys, getOwnPropertyDescriptor, getPrototypeOf, isExtensible, apply } = Reflect;
  const { toString } = Function.prototype;
  const root = globalThis;
  const text = String;
  const HeldMap = Map;
  const { get, set, has } = Map.prototype;
  const { random } = Math;
  const { now } = Date;
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
  const startsOf = () => ({
    __proto__: null,
    global: root,
    asyncFunction: async function () {},
    generator: (function* () {})(),
    asyncGenerator: (async function* () {})(),
    arrayIterator: [][Symbol.iterator](),
    mapIterator: new Map().entries(),
    setIterator: new Set().values(),
    stringIterator: ''[Symbol.iterator](),
    matches: 'a'.matchAll(/a/g),
    strictArguments: (function () { 'use strict'; return arguments; })(),
    typedArray: Int8Array,
  });
  const held = startsOf();

  const walk = (visit) => {
    const numbers = new HeldMap();
    const queue = [];
    let queued = 0;
    const number = (value, path) => {
      if (!apply(has, numbers, [value])) {
        apply(set, numbers, [value, queued]);
        queue[queued++] = { value, path };
      }
      return apply(get, numbers, [value]);
    };
    for (const name in held) number(held[name], name);
    const describe = (value, path) => {
      if (typeof value === 'function') return '#' + number(value, path) + ':' + apply(toString, value, []).length;
      return isObject(value) ? '#' + number(value, path) : typeof value + ' ' + text(value);
    };
    for (let i = 0; i < queued; i++) {
      const { value, path } = queue[i];
      let keys = [];
      try { keys = ownKeys(value); } catch { /* What the sandbox refuses has nothing to show. */ }
      let record = describe(getPrototypeOf(value), path + '.[[Prototype]]') + isExtensible(value);
      for (let k = 0; k < keys.length; k++) {
        const key = keys[k];
        const own = getOwnPropertyDescriptor(value, key);
        const where = path + '.' + text(key);
        record += '|' + text(key) + own.enumerable + own.configurable + own.writable;
        record += 'value' in own ? describe(own.value, where) : describe(own.get, where) + describe(own.set, where);
      }
      visit(value, path, record);
    }
  };
  return {
    reachableObjects() {
      const objects = [];
      walk((value, path) => { objects[objects.length] = { value, path }; });
      return objects;
    },
    fingerprint() {
      const records = { __proto__: null };
      walk((value, path, record) => {
        const parts = path.split('.');
        const place = parts[0] === 'global' && parts.length > 1 ? parts[1] : parts[0];
        records[place] = (records[place] ?? '') + path + ' ' + record + '\\n';
      });
      return { records, random: [random(), random()], now: now() };
    },
  };
})();
`;
