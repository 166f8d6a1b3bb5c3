// atob and btoa, as the HTML standard has them.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply } = Reflect;
  const { create, defineProperty } = Object;
  const { charCodeAt } = String.prototype;
  const { fromCharCode } = String;
  const toText = String;
  const PlainError = Error;
  const WrongType = TypeError;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = create(null);
  for (let i = 0; i < 64; i++) values[letters[i]] = i;

  const define = (object, name, value, enumerable) => {
    defineProperty(object, name, { value, writable: true, enumerable, configurable: true });
  };
  const refuse = (message) => {
    const error = new PlainError(message);
    define(error, 'name', 'InvalidCharacterError', false);
    define(error, 'code', 5, false);
    throw error;
  };
  const textOf = (count, input) => {
    if (count > 0) return toText(input);
    const error = new WrongType('The "input" argument must be specified');
    define(error, 'code', 'ERR_MISSING_ARGS', true);
    throw error;
  };
  const isSpace = (character) =>
    character === ' ' ||
    character === '\t' ||
    character === '\n' ||
    character === '\f' ||
    character === '\r';

  const btoa = (...parameters) => {
    const text = textOf(parameters.length, parameters.length > 0 ? parameters[0] : '');
    const byteAt = (at) => {
      const code = at < text.length ? apply(charCodeAt, text, [at]) : 0;
      return code > 255 ? refuse('Invalid character') : code;
    };
    let encoded = '';
    for (let at = 0; at < text.length; at += 3) {
      const bits = (byteAt(at) << 16) | (byteAt(at + 1) << 8) | byteAt(at + 2);
      encoded += letters[bits >> 18] + letters[(bits >> 12) & 63];
      encoded += at + 1 < text.length ? letters[(bits >> 6) & 63] : '=';
      encoded += at + 2 < text.length ? letters[bits & 63] : '=';
    }
    return encoded;
  };
  const atob = (...parameters) => {
    const input = textOf(parameters.length, parameters.length > 0 ? parameters[0] : '');
    let text = '';
    for (let i = 0; i < input.length; i++) if (!isSpace(input[i])) text += input[i];
    let length = text.length;
    if (length % 4 === 0 && length > 0 && text[length - 1] === '=') {
      length -= text[length - 2] === '=' ? 2 : 1;
    }
    const wrong = 'The string to be decoded is not correctly encoded.';
    if (length % 4 === 1) refuse(wrong);
    let decoded = '';
    let bits = 0;
    for (let i = 0; i < length; i++) {
      const value = values[text[i]];
      if (value === undefined) refuse(text[i] === '=' ? wrong : 'Invalid character');
      bits = ((bits << 6) | value) & 0xffffff;
      const rest = i % 4;
      if (rest > 0) decoded += fromCharCode((bits >> (6 - 2 * rest)) & 255);
    }
    return decoded;
  };
  define(btoa, 'length', 1, false);
  define(atob, 'length', 1, false);
  define(globalThis, 'btoa', btoa, true);
  define(globalThis, 'atob', atob, true);
};
