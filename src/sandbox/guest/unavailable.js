// What Node.js has beyond ECMAScript and the sandbox has not: there, but refusing to be used.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { defineProperty, hasOwn } = Object;
  const { apply, get } = Reflect;
  const { get: find } = WeakMap.prototype;
  const MissingName = ReferenceError;
  const paths = new WeakMap();

  const refuse = (path) => {
    throw new MissingName(path + ' is not available in the sandbox');
  };
  const pathOf = (target) => apply(find, paths, [target]);
  const member = (target, key) => pathOf(target) + (typeof key === 'string' ? '.' + key : '');
  const handler = {
    get(target, key) {
      // `instanceof` asks for these, and its answer is right: no value is an instance.
      const isSafe =
        typeof key === 'symbol' || (typeof target === 'function' && hasOwn(target, key));
      return isSafe ? get(target, key) : refuse(member(target, key));
    },
    has: (target, key) => refuse(member(target, key)),
    set: (target, key) => refuse(member(target, key)),
    ownKeys: (target) => refuse(pathOf(target)),
    apply: (target) => refuse(pathOf(target)),
    construct: (target) => refuse(pathOf(target)),
  };
  const install = (object, prefix, name, target) => {
    if (hasOwn(object, name)) return;
    paths.set(target, prefix + name);
    const value = new Proxy(target, handler);
    defineProperty(object, name, { value, writable: true, configurable: true });
  };
  // Undefined would lead a program that asks with `typeof` down another path than in Node.js.
  const names = ['URL', 'URLSearchParams', 'fetch', 'Headers', 'Request', 'Response', 'FormData'];
  names.push('Blob', 'File', 'AbortController', 'AbortSignal', 'Event', 'EventTarget');
  names.push('MessageChannel', 'BroadcastChannel', 'ReadableStream', 'WritableStream');
  names.push('TransformStream');
  const callable = (name) => {
    const target = class {};
    defineProperty(target, 'name', { value: name, configurable: true });
    return target;
  };
  for (const name of names) install(globalThis, '', name, callable(name));
  const attributes = { __proto__: null, writable: true, configurable: true };
  // Lodash reads both where there is a `module`.
  const buffer = callable('Buffer');
  defineProperty(buffer, 'isBuffer', { value: () => false, ...attributes });
  install(buffer, 'Buffer.', 'allocUnsafe', callable('allocUnsafe'));
  install(globalThis, '', 'Buffer', buffer);
  // Programs that can also be run from the shell ask for it; here they never are.
  const required = callable('require');
  defineProperty(required, 'main', { value: undefined, ...attributes });
  install(globalThis, '', 'require', required);
  for (const name of ['crypto', 'WebAssembly']) {
    install(globalThis, '', name, {});
  }
  if (!hasOwn(globalThis, 'Intl')) {
    defineProperty(globalThis, 'Intl', { value: {}, writable: true, configurable: true });
  }
  const members = ['NumberFormat', 'DateTimeFormat', 'Collator', 'PluralRules', 'ListFormat'];
  members.push('RelativeTimeFormat', 'Locale', 'DisplayNames', 'Segmenter');
  members.push('getCanonicalLocales', 'supportedValuesOf');
  for (const name of members) install(Intl, 'Intl.', name, callable(name));
  const tag = { value: 'Intl', configurable: true };
  if (!hasOwn(Intl, Symbol.toStringTag)) defineProperty(Intl, Symbol.toStringTag, tag);
};
