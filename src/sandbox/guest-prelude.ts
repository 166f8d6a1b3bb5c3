/**
 * The program that runs in the guest before the user's: it pins clock, time zone and randomness,
 * captures `console`, and returns the functions through which the host drives a call.
 *
 * It takes every intrinsic that it needs before the user's program can touch it, and uses no
 * method of a prototype afterwards, so that a poisoned prototype cannot reach it. Results are
 * encoded here, reading every property once, so that a getter or a proxy that answers differently
 * each time cannot tell the check one thing and the result another.
 */
export const guestPrelude: string = `(function (maxOutputBytes, maxLogBytes) {
'use strict';
const { parse, stringify } = JSON;
const { getOwnPropertyDescriptor, getPrototypeOf, create, defineProperty, hasOwn, keys } = Object;
const { apply, construct } = Reflect;
const { isArray } = Array;
const { is } = Object;
const { isFinite } = Number;
const then = Promise.prototype.then;
const toText = String;
const OutOfMemory = InternalError;
const GuestPromise = Promise;
const MissingName = ReferenceError;
const maximumDepth = 200;

const exotic = create(null);
let exoticCount = 0;
const markExotic = (name, constructor) => { exotic[exoticCount++] = { name, prototype: constructor.prototype }; };
markExotic('a Map', Map); markExotic('a Set', Set); markExotic('a WeakMap', WeakMap); markExotic('a WeakSet', WeakSet);
markExotic('a Date', Date); markExotic('a RegExp', RegExp); markExotic('a Promise', Promise); markExotic('an Error', Error);
markExotic('an ArrayBuffer', ArrayBuffer); markExotic('a DataView', DataView);
markExotic('a typed array', { prototype: getPrototypeOf(Int8Array.prototype) });
markExotic('a boxed number', Number); markExotic('a boxed string', String); markExotic('a boxed boolean', Boolean);

let state = 0;
let nowMs = 0;
let isAmbientUsed = false;
const configure = (seed, now) => { state = seed >>> 0; nowMs = now; isAmbientUsed = false; };
{
  const imul = Math.imul;
  defineProperty(Math, 'random', { configurable: true, writable: true, value: function random() {
    isAmbientUsed = true;
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  } });
}
{
  const HostDate = Date;
  const utc = HostDate.UTC;
  const fixed = function Date(...parts) {
    if (new.target === undefined) { isAmbientUsed = true; return new HostDate(nowMs).toUTCString(); }
    if (parts.length === 0) { isAmbientUsed = true; return construct(HostDate, [nowMs], new.target); }
    return construct(HostDate, parts.length === 1 ? parts : [apply(utc, HostDate, parts)], new.target);
  };
  const prototype = HostDate.prototype;
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    prototype['get' + part] = prototype['getUTC' + part];
    if (part !== 'Day') prototype['set' + part] = prototype['setUTC' + part];
  }
  defineProperty(prototype, 'getTimezoneOffset', { configurable: true, writable: true, value: function getTimezoneOffset() { return 0; } });
  defineProperty(prototype, 'toString', { configurable: true, writable: true, value: prototype.toUTCString });
  defineProperty(fixed, 'prototype', { value: prototype, writable: false });
  defineProperty(prototype, 'constructor', { value: fixed, writable: true, configurable: true });
  for (const [name, value] of [['now', function now() { isAmbientUsed = true; return nowMs; }], ['UTC', utc], ['parse', HostDate.parse]]) {
    defineProperty(fixed, name, { value, writable: true, configurable: true });
  }
  defineProperty(globalThis, 'Date', { value: fixed, writable: true, configurable: true });
  delete globalThis.performance;
}

const logs = create(null);
let logCount = 0;
let logBytes = 0;
const describeLog = (value) => {
  if (typeof value === 'string') return value;
  try { return encode(value); } catch (_) { return typeof value; }
};
const log = (...values) => {
  if (logBytes >= maxLogBytes) return;
  let line = '';
  for (let i = 0; i < values.length; i++) line += (i > 0 ? ' ' : '') + describeLog(values[i]);
  if (line.length > maxLogBytes - logBytes) line = cut(line, maxLogBytes - logBytes);
  logBytes += line.length + 1;
  logs[logCount++] = line;
};
globalThis.console = { log, info: log, warn: log, error: log, debug: log, trace: log, assert() {}, table: log, dir: log, group: log, groupEnd() {}, time() {}, timeEnd() {} };
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'require']) {
  globalThis[name] = { [name]() { throw new MissingName(name + ' is not available in the sandbox'); } }[name];
}

class Refusal { constructor(status, reason) { this.status = status; this.reason = reason; } }
const path = create(null);
const ancestors = create(null);
let depth = 0;
let size = 0;
const refuse = (reason) => { throw new Refusal('unserializable', reason); };
const sized = (text) => {
  size += text.length;
  if (size > maxOutputBytes) throw new Refusal('output-too-large', '');
  return text;
};
const encode = (value) => {
  switch (typeof value) {
    case 'string':
      if (value.length > maxOutputBytes) throw new Refusal('output-too-large', '');
      return sized(stringify(value));
    case 'boolean': return sized(value ? 'true' : 'false');
    case 'number':
      if (!isFinite(value)) refuse(toText(value));
      if (is(value, -0)) refuse('-0');
      return sized(toText(value));
    case 'object': return value === null ? sized('null') : encodeObject(value);
    case 'undefined': return refuse('undefined');
    default: return refuse('a ' + typeof value);
  }
};
const encodeObject = (value) => {
  if (depth >= maximumDepth) refuse('nested deeper than ' + maximumDepth + ' levels');
  for (let i = 0; i < depth; i++) if (ancestors[i] === value) refuse('a cycle');
  ancestors[depth] = value;
  if (isArray(value)) return encodeArray(value);
  for (let prototype = getPrototypeOf(value); prototype !== null; prototype = getPrototypeOf(prototype)) {
    for (let i = 0; i < exoticCount; i++) if (exotic[i].prototype === prototype) refuse(exotic[i].name);
  }
  const names = keys(value);
  const count = names.length;
  let text = sized('{');
  depth++;
  for (let i = 0; i < count; i++) {
    const name = names[i];
    path[depth] = '.' + name;
    text += (i > 0 ? sized(',') : '') + sized(stringify(name)) + sized(':') + encodeProperty(value, name);
  }
  depth--;
  return text + sized('}');
};
const encodeArray = (value) => {
  const length = value.length;
  if (length > maxOutputBytes) throw new Refusal('output-too-large', '');
  let text = sized('[');
  depth++;
  for (let i = 0; i < length; i++) {
    path[depth] = '[' + i + ']';
    text += (i > 0 ? sized(',') : '') + encodeProperty(value, toText(i));
  }
  depth--;
  return text + sized(']');
};
const encodeProperty = (object, name) => {
  const property = getOwnPropertyDescriptor(object, name);
  if (property === undefined) refuse('a hole');
  if (!hasOwn(property, 'value')) refuse('a getter');
  return encode(property.value);
};

let outcome = '';
const finish = (value) => {
  try {
    depth = 0; size = 0;
    outcome = '{"status":"returned","value":' + encode(value) + ',"logs":' + encodeLogs() + '}';
  } catch (error) {
    if (error instanceof Refusal) {
      let where = '$';
      for (let i = 1; i <= depth; i++) where += path[i];
      outcome = '{"status":"' + error.status + '","path":' + stringify(where) + ',"reason":' + stringify(error.reason) + '}';
    } else fail(error);
  }
};
const encodeLogs = () => {
  let text = '[';
  for (let i = 0; i < logCount; i++) text += (i > 0 ? ',' : '') + stringify(logs[i]);
  return text + ']';
};
const readText = (object, name) => {
  try {
    const value = object[name];
    return typeof value === 'string' ? value : '';
  } catch (_) { return ''; }
};
const cut = (text, length) => {
  if (text.length <= length) return text;
  let short = '';
  for (let i = 0; i < length; i++) short += text[i];
  return short + '…';
};
const fail = (error) => {
  if (error instanceof OutOfMemory && readText(error, 'message') === 'out of memory') {
    outcome = '{"status":"out-of-memory"}';
    return;
  }
  let name = 'Error', message = '', stack = '';
  if ((typeof error === 'object' && error !== null) || typeof error === 'function') {
    name = readText(error, 'name') || 'Error';
    message = readText(error, 'message');
    stack = readText(error, 'stack');
  } else {
    message = typeof error === 'symbol' ? 'a symbol was thrown' : toText(error);
  }
  outcome = '{"status":"threw","name":' + stringify(cut(name, 100)) + ',"message":' + stringify(cut(message, 1000)) + ',"stack":' + stringify(cut(stack, 2000)) + '}';
};

let entry;
const register = (value) => { entry = value; };
const invoke = (inputText, parametersText) => {
  try {
    const target = typeof entry === 'function' ? entry() : undefined;
    if (typeof target !== 'function') throw new MissingName('the program does not define the function that is to be called');
    const input = parse(inputText);
    const parameters = parse(parametersText);
    let values = [input];
    if (parameters !== null) {
      values = [];
      for (let i = 0; i < parameters.length; i++) defineProperty(values, i, { value: input[parameters[i]], writable: true, enumerable: true, configurable: true });
    }
    const result = apply(target, undefined, values);
    if (result instanceof GuestPromise) {
      outcome = '{"status":"threw","name":"Error","message":"the returned promise never settles","stack":""}';
      apply(then, result, [finish, fail]);
    } else finish(result);
  } catch (error) { fail(error); }
};
return { configure, isAmbientUsed: () => isAmbientUsed, register, invoke, report: () => outcome };
})`;
