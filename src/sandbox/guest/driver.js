// Makes the call that the host asks for, and reports what came of it as JSON text.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(host) => {
  'use strict';
  const { encode, readLogs, advanceClock, wasMemoryRefused, maxOutputCharacters } = host;
  const { parse, stringify } = JSON;
  const { defineProperty, getPrototypeOf, hasOwn } = Object;
  const { apply } = Reflect;
  const { startsWith } = String.prototype;
  const { then } = Promise.prototype;
  const toText = String;
  const engineError = InternalError.prototype;
  const promisePrototype = Promise.prototype;
  const MissingName = ReferenceError;

  const pending = 'pending';
  let outcome = pending;
  const cut = (text, length) => {
    if (text.length <= length) return stringify(text);
    let short = '';
    for (let i = 0; i < length; i++) short += text[i];
    return stringify(short + '…');
  };
  const readText = (object, name) => {
    try {
      const value = object[name];
      return typeof value === 'string' ? value : '';
    } catch (_) {
      return '';
    }
  };
  /** Without the memory for an error object the engine throws `null`. */
  const isOutOfMemory = (error, message) => {
    if (error === null) return wasMemoryRefused();
    try {
      if (getPrototypeOf(error) !== engineError) return false;
      // It may also have been too little for the message.
      return (
        apply(startsWith, message, ['out of memory']) || (message === '' && wasMemoryRefused())
      );
    } catch (_) {
      return false;
    }
  };
  const fail = (error) => {
    let name = 'Error';
    let message = '';
    let stack = '';
    if ((typeof error === 'object' && error !== null) || typeof error === 'function') {
      name = readText(error, 'name') || 'Error';
      message = readText(error, 'message');
      stack = readText(error, 'stack');
    } else {
      message = typeof error === 'symbol' ? 'a symbol was thrown' : toText(error);
    }
    if (isOutOfMemory(error, message)) {
      outcome = '{"status":"out-of-memory"}';
    } else {
      outcome = '{"status":"threw","name":' + cut(name, 100) + ',"message":' + cut(message, 1000);
      outcome += ',"stack":' + cut(stack, 2000) + '}';
    }
    return outcome;
  };
  const finish = (value) => {
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
  /** Sets the function that calls go to, and the names of its parameters as JSON text. */
  const register = (entry, parametersText) => {
    target = typeof entry === 'function' ? entry() : undefined;
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
      if (typeof target !== 'function') {
        throw new MissingName('the program does not define the function that is to be called');
      }
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
    if (added !== undefined) runNextTimer = added.runNextTimer;
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
