// Makes the call that the host asks for, and reports what came of it as JSON text.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(host) => {
  'use strict';
  const { encode, readLogs, advanceClock, findEntry, describeFailure, maxOutputCharacters } = host;
  const { parse, stringify } = JSON;
  const { defineProperty, getPrototypeOf, hasOwn } = Object;
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const promisePrototype = Promise.prototype;

  // Reading the clock tells the host that the function has returned: see instance.ts.
  const markReturn = Date.now;

  const pending = 'pending';
  let outcome = pending;
  const fail = (error) => {
    outcome = describeFailure(error);
    return outcome;
  };
  const finish = (value) => {
    markReturn();
    try {
      const { text, refusal } = encode(value, maxOutputCharacters);
      if (refusal === undefined) {
        outcome = '{"status":"returned","value":' + text + ',"logs":' + readLogs() + '}';
      } else {
        outcome = '{"status":"' + refusal.status + '","path":' + stringify(refusal.path);
        outcome += ',"reason":' + stringify(refusal.reason) + '}';
      }
      return outcome;
    } catch (error) {
      return fail(error);
    }
  };

  let target;
  let parameters = null;
  let commonModule;
  /** Sets the function that calls go to, and the names of its parameters as JSON text. */
  const register = (readBinding, namespace, path, parametersText) => {
    target = findEntry(readBinding, namespace, commonModule, path);
    parameters = parse(parametersText);
  };
  const argument = (input, index) => {
    const name = parameters[index];
    return hasOwn(input, name) ? input[name] : undefined;
  };
  const list = (input) => {
    const count = parameters.length;
    // Literals are made faster than lists that grow, and meet no setter of a prototype.
    if (count === 1) return [argument(input, 0)];
    if (count === 2) return [argument(input, 0), argument(input, 1)];
    if (count === 3) return [argument(input, 0), argument(input, 1), argument(input, 2)];
    const values = [];
    for (let i = 0; i < count; i++) {
      const value = argument(input, i);
      // Whatever the program has put on the prototype of all objects says nothing about this one.
      const attributes = { __proto__: null, writable: true, enumerable: true, configurable: true };
      attributes.value = value;
      defineProperty(values, i, attributes);
    }
    return values;
  };
  /** Not asked with `instanceof`, which asks the program. */
  const isPromise = (value) => {
    if (typeof value !== 'object' || value === null) return false;
    let at = getPrototypeOf(value);
    while (at !== null && at !== promisePrototype) at = getPrototypeOf(at);
    return at !== null;
  };
  /** Calls the function; the report, or `pending` while a promise is. */
  const invoke = (inputText) => {
    try {
      const input = parse(inputText);
      const result = apply(target, undefined, parameters === null ? [input] : list(input));
      if (!isPromise(result)) return finish(result);
      outcome = pending;
      apply(then, result, [finish, fail]);
      return outcome;
    } catch (error) {
      return fail(error);
    }
  };
  let runNextTimer = () => false;
  /** Installs a part of the guest that not every program needs. */
  const extend = (install) => {
    const added = install({ advanceClock });
    if (added === undefined) return;
    if (added.runNextTimer !== undefined) runNextTimer = added.runNextTimer;
    if (added.module !== undefined) commonModule = added.module;
  };
  /** The report when there is one; otherwise runs a timer, or reports that nothing is left. */
  const resume = () => {
    if (outcome !== pending) return outcome;
    try {
      if (runNextTimer()) return pending;
      const message = 'the returned promise never settles';
      return fail({ __proto__: null, name: 'Error', message });
    } catch (error) {
      return fail(error);
    }
  };
  return { register, invoke, resume, fail, extend, runNextTimer: () => runNextTimer() };
};
