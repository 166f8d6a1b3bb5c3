// Finds the function of a program that is to be called.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { hasOwn } = Object;
  const MissingName = ReferenceError;

  const isObject = (value) =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';
  /** What a dotted path leads to; nothing when the object itself has not its first name. */
  const follow = (object, path) => {
    let found = object;
    let name = '';
    let isFirst = true;
    for (let i = 0; i <= path.length; i++) {
      if (i < path.length && path[i] !== '.') {
        name += path[i];
      } else {
        if (isFirst && !hasOwn(object, name)) return undefined;
        found = found[name];
        name = '';
        isFirst = false;
      }
    }
    return found;
  };
  const firstName = (path) => {
    let name = '';
    for (let i = 0; i < path.length && path[i] !== '.'; i++) name += path[i];
    return name;
  };
  /**
   * What is exported comes first: a binding of that name may be a built-in, such as `escape`, which
   * the program does not mean.
   */
  return (readBinding, namespace, commonModule, path) => {
    let found = follow(namespace, path);
    const exported = commonModule === undefined ? undefined : commonModule.exports;
    if (found === undefined && isObject(exported)) found = follow(exported, path);
    if (found === undefined) found = readBinding();
    if (found === undefined && typeof exported === 'function') {
      found = follow({ __proto__: null, [firstName(path)]: exported }, path);
    }
    if (found === undefined) throw new MissingName(path + ' is not defined by the program');
    if (typeof found !== 'function') throw new MissingName(path + ' is not a function');
    return found;
  };
};
