// Makes the call that the host asks for, and reports what came of it as JSON text.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(encode, Refusal, readLogs, advanceClock, maxOutputCharacters) => {
  'use strict';
  const { parse, stringify } = JSON;
  const { defineProperty, hasOwn } = Object;
  const { apply } = Reflect;
  const { then } = Promise.prototype;
  const toText = String;
  const EngineError = InternalError;
  const GuestPromise = Promise;
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
    if (message === 'out of memory' && error instanceof EngineError) {
      outcome = '{"status":"out-of-memory"}';
    } else {
      outcome = '{"status":"threw","name":' + cut(name, 100) + ',"message":' + cut(message, 1000);
      outcome += ',"stack":' + cut(stack, 2000) + '}';
    }
    return outcome;
  };
  const finish = (value) => {
    try {
      const text = encode(value, maxOutputCharacters);
      outcome = '{"status":"returned","value":' + text + ',"logs":' + readLogs() + '}';
    } catch (error) {
      if (!(error instanceof Refusal)) return fail(error);
      outcome = '{"status":"' + error.status + '","path":' + stringify(error.path);
      outcome += ',"reason":' + stringify(error.reason) + '}';
    }
    return outcome;
  };

  let target;
  let parameters = null;
  /** Sets the function that calls go to, and the names of its parameters as JSON text. */
  const register = (entry, parametersText) => {
    target = typeof entry === 'function' ? entry() : undefined;
    parameters = parse(parametersText);
  };
  const list = (input) => {
    const values = [];
    for (let i = 0; i < parameters.length; i++) {
      const name = parameters[i];
      const value = hasOwn(input, name) ? input[name] : undefined;
      const attributes = { writable: true, enumerable: true, configurable: true };
      defineProperty(values, i, { value, ...attributes });
    }
    return values;
  };
  /** Calls the function; the report, or `pending` while a promise is. */
  const invoke = (inputText) => {
    try {
      if (typeof target !== 'function') {
        throw new MissingName('the program does not define the function that is to be called');
      }
      const input = parse(inputText);
      const result = apply(target, undefined, parameters === null ? [input] : list(input));
      if (!(result instanceof GuestPromise)) return finish(result);
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
      return fail({ name: 'Error', message: 'the returned promise never settles' });
    } catch (error) {
      return fail(error);
    }
  };
  return { register, invoke, resume, fail, extend, runNextTimer: () => runNextTimer() };
};
