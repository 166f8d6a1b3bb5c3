// TextEncoder and TextDecoder for UTF-8, as the encoding standard has them.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply } = Reflect;
  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;
  const { charCodeAt, toLowerCase, trim } = String.prototype;
  const { fromCodePoint } = String;
  const { isView } = ArrayBuffer;
  const Bytes = Uint8Array;
  const toText = String;
  const WrongRange = RangeError;
  const WrongType = TypeError;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;
  const arrayPrototype = getPrototypeOf(Bytes.prototype);
  const typeOfArray = getter(arrayPrototype, Symbol.toStringTag);
  const arrayBuffer = getter(arrayPrototype, 'buffer');
  const arrayOffset = getter(arrayPrototype, 'byteOffset');
  const arrayLength = getter(arrayPrototype, 'byteLength');
  const viewBuffer = getter(DataView.prototype, 'buffer');
  const viewOffset = getter(DataView.prototype, 'byteOffset');
  const viewLength = getter(DataView.prototype, 'byteLength');
  const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');

  // The property `length` is the prototype's, which the program can change.
  const sizeOf = (bytes) => apply(arrayLength, bytes, []);
  const codePointAt = (text, at) => {
    const unit = apply(charCodeAt, text, [at]);
    if (unit < 0xd800 || unit > 0xdfff) return unit;
    const next = at + 1 < text.length ? apply(charCodeAt, text, [at + 1]) : 0;
    const isPair = unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff;
    return isPair ? 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00) : 0xfffd;
  };
  /** Writes as many whole characters as fit. */
  const write = (text, bytes) => {
    const room = sizeOf(bytes);
    let read = 0;
    let written = 0;
    while (read < text.length) {
      const code = codePointAt(text, read);
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (written + size > room) break;
      if (size === 1) bytes[written] = code;
      else {
        bytes[written] = ((0xf00 >> size) & 0xff) | (code >> (6 * (size - 1)));
        for (let i = 1; i < size; i++) {
          bytes[written + i] = 0x80 | ((code >> (6 * (size - 1 - i))) & 0x3f);
        }
      }
      written += size;
      read += size === 4 ? 2 : 1;
    }
    return { read, written };
  };
  const bytesOf = (input) => {
    if (isView(input)) {
      return apply(typeOfArray, input, []) === undefined
        ? new Bytes(
            apply(viewBuffer, input, []),
            apply(viewOffset, input, []),
            apply(viewLength, input, []),
          )
        : new Bytes(
            apply(arrayBuffer, input, []),
            apply(arrayOffset, input, []),
            apply(arrayLength, input, []),
          );
    }
    let length;
    try {
      length = apply(bufferLength, input, []);
    } catch {
      throw new WrongType(
        'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.',
      );
    }
    return new Bytes(input, 0, length);
  };
  const decodeBytes = (bytes, from, isFatal) => {
    let text = '';
    let needed = 0;
    let code = 0;
    let lower = 0x80;
    let upper = 0xbf;
    const fail = () => {
      if (!isFatal) return '\ufffd';
      const error = new WrongType('The encoded data was not valid for encoding utf-8');
      const attributes = { writable: true, enumerable: true, configurable: true };
      defineProperty(error, 'code', { value: 'ERR_ENCODING_INVALID_ENCODED_DATA', ...attributes });
      throw error;
    };
    const end = sizeOf(bytes);
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (needed > 0) {
        if (byte >= lower && byte <= upper) {
          code = (code << 6) | (byte & 0x3f);
          if (--needed === 0) text += fromCodePoint(code);
        } else {
          needed = 0;
          text += fail();
          // The byte that broke the sequence may begin another.
          at--;
        }
        lower = 0x80;
        upper = 0xbf;
      } else if (byte < 0x80) text += fromCodePoint(byte);
      else if (byte < 0xc2 || byte > 0xf4) text += fail();
      else {
        needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
        code = byte & (0x3f >> needed);
        if (byte === 0xe0) lower = 0xa0;
        else if (byte === 0xf0) lower = 0x90;
        else if (byte === 0xed) upper = 0x9f;
        else if (byte === 0xf4) upper = 0x8f;
      }
    }
    return needed > 0 ? text + fail() : text;
  };

  class TextEncoder {
    get encoding() {
      return 'utf-8';
    }
    encode(input = '') {
      const text = toText(input);
      const bytes = new Bytes(text.length * 3);
      const { written } = write(text, bytes);
      const exact = new Bytes(written);
      for (let i = 0; i < written; i++) exact[i] = bytes[i];
      return exact;
    }
    encodeInto(source, target) {
      if (typeof source !== 'string') {
        throw new WrongType('The "src" argument must be of type string.');
      }
      if (!isView(target) || apply(typeOfArray, target, []) !== 'Uint8Array') {
        throw new WrongType('The "dest" argument must be an instance of Uint8Array.');
      }
      return write(source, bytesOf(target));
    }
  }
  class TextDecoder {
    #isFatal;
    #ignoresMark;
    constructor(label = 'utf-8', options = undefined) {
      const name = apply(toLowerCase, apply(trim, toText(label), []), []);
      if (name !== 'utf-8' && name !== 'utf8' && name !== 'unicode-1-1-utf-8') {
        throw new WrongRange(
          'TextDecoder with the encoding "' + toText(label) + '" is not available in the sandbox',
        );
      }
      this.#isFatal = !!options?.fatal;
      this.#ignoresMark = !!options?.ignoreBOM;
    }
    get encoding() {
      return 'utf-8';
    }
    get fatal() {
      return this.#isFatal;
    }
    get ignoreBOM() {
      return this.#ignoresMark;
    }
    decode(input = undefined, options = undefined) {
      if (options?.stream) {
        throw new WrongRange('TextDecoder with the option stream is not available in the sandbox');
      }
      if (input === undefined) return '';
      const bytes = bytesOf(input);
      const hasMark =
        sizeOf(bytes) > 2 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return decodeBytes(bytes, hasMark && !this.#ignoresMark ? 3 : 0, this.#isFatal);
    }
  }
  const install = (name, value) => {
    const tag = { value: name, configurable: true };
    defineProperty(value.prototype, Symbol.toStringTag, tag);
    defineProperty(globalThis, name, { value, writable: true, configurable: true });
  };
  install('TextEncoder', TextEncoder);
  install('TextDecoder', TextDecoder);
};
