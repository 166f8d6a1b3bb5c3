// The structured clone algorithm of the HTML standard, with the messages of V8.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { apply, construct } = Reflect;
  const { create, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys } = Object;
  const { isArray } = Array;
  const { get: find, set: put } = Map.prototype;
  const { add } = Set.prototype;
  const { set: setBytes } = Uint8Array.prototype;
  const { indexOf } = String.prototype;
  const { toString: describe } = Object.prototype;
  const { toString: sourceOf } = Function.prototype;
  const toObject = Object;
  const toText = String;
  const PlainError = Error;
  const WrongType = TypeError;
  const Bytes = Uint8Array;
  const Memory = Map;
  const getter = (prototype, name) => getOwnPropertyDescriptor(prototype, name).get;

  const define = (object, name, value, enumerable) => {
    defineProperty(object, name, { value, writable: true, enumerable, configurable: true });
  };
  const refuse = (what) => {
    const error = new PlainError('' + what + ' could not be cloned.');
    define(error, 'name', 'DataCloneError', false);
    define(error, 'code', 25, false);
    throw error;
  };
  const describeFunction = (value) => {
    const source = apply(sourceOf, value, []);
    const isNative = apply(indexOf, source, ['[native code]']) !== -1;
    return isNative ? 'function ' + value.name + '() { [native code] }' : source;
  };

  /** Ways to copy by the prototype that tells a kind; `check` throws for what only inherits it. */
  const kinds = new Memory();
  const learn = (Type, check, copy) => {
    apply(put, kinds, [Type.prototype, { check, copy }]);
  };
  const pass = () => {};
  const boxed = (primitive) => toObject(primitive);
  for (const Box of [Number, String, Boolean, BigInt]) learn(Box, Box.prototype.valueOf, boxed);
  const WrappedDate = Date;
  learn(Date, Date.prototype.getTime, (time) => new WrappedDate(time));
  const Pattern = RegExp;
  const flags = getter(RegExp.prototype, 'flags');
  learn(RegExp, getter(RegExp.prototype, 'source'), (source, _memory, value) => {
    return new Pattern(source, apply(flags, value, []));
  });
  const Buffer = ArrayBuffer;
  learn(ArrayBuffer, getter(ArrayBuffer.prototype, 'byteLength'), (length, _memory, value) => {
    const copy = new Buffer(length);
    apply(setBytes, new Bytes(copy), [new Bytes(value)]);
    return copy;
  });
  const View = DataView;
  const viewOffset = getter(DataView.prototype, 'byteOffset');
  const viewLength = getter(DataView.prototype, 'byteLength');
  learn(DataView, getter(DataView.prototype, 'buffer'), (buffer, memory, value) => {
    return new View(
      clone(buffer, memory),
      apply(viewOffset, value, []),
      apply(viewLength, value, []),
    );
  });
  const TypedArray = getPrototypeOf(Uint8Array);
  const arrayBuffer = getter(TypedArray.prototype, 'buffer');
  const arrayOffset = getter(TypedArray.prototype, 'byteOffset');
  const arrayType = getter(TypedArray.prototype, Symbol.toStringTag);
  const arrayTypes = create(null);
  for (const bits of ['Int8', 'Uint8', 'Uint8Clamped', 'Int16', 'Uint16', 'Int32', 'Uint32']) {
    arrayTypes['' + bits + 'Array'] = globalThis['' + bits + 'Array'];
  }
  for (const bits of ['BigInt64', 'BigUint64', 'Float32', 'Float64']) {
    arrayTypes['' + bits + 'Array'] = globalThis['' + bits + 'Array'];
  }
  learn(TypedArray, getter(TypedArray.prototype, 'length'), (length, memory, value) => {
    const buffer = clone(apply(arrayBuffer, value, []), memory);
    const type = arrayTypes[apply(arrayType, value, [])];
    return construct(type, [buffer, apply(arrayOffset, value, []), length]);
  });

  const { forEach: eachOfMap } = Map.prototype;
  const { forEach: eachOfSet } = Set.prototype;
  /** Copies what is to be cloned first: cloning may run getters that change the collection. */
  const list = (each, collection) => {
    const entries = create(null);
    let count = 0;
    apply(each, collection, [
      (value, key) => {
        entries[count++] = { key, value };
      },
    ]);
    return { entries, count };
  };
  learn(Map, getter(Map.prototype, 'size'), (_size, memory, value) => {
    const copy = new Memory();
    apply(put, memory, [value, copy]);
    const { entries, count } = list(eachOfMap, value);
    for (let i = 0; i < count; i++) {
      const key = clone(entries[i].key, memory);
      apply(put, copy, [key, clone(entries[i].value, memory)]);
    }
    return copy;
  });
  const Collection = Set;
  learn(Set, getter(Set.prototype, 'size'), (_size, memory, value) => {
    const copy = new Collection();
    apply(put, memory, [value, copy]);
    const { entries, count } = list(eachOfSet, value);
    for (let i = 0; i < count; i++) apply(add, copy, [clone(entries[i].value, memory)]);
    return copy;
  });

  const errorTypes = create(null);
  for (const Type of [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError]) {
    errorTypes[Type.name] = Type;
  }
  // Whatever only inherits from an error has no stack of its own, and is a plain object.
  const checkError = function () {
    if (!hasOwn(this, 'stack')) throw 0;
  };
  learn(Error, checkError, (_state, memory, value) => {
    const copy = construct(errorTypes[toText(value.name)] ?? PlainError, []);
    apply(put, memory, [value, copy]);
    const message = getOwnPropertyDescriptor(value, 'message');
    define(copy, 'stack', value.stack, false);
    if (message !== undefined) define(copy, 'message', toText(message.value), false);
    const cause = getOwnPropertyDescriptor(value, 'cause');
    if (cause !== undefined) define(copy, 'cause', clone(cause.value, memory), false);
    return copy;
  });
  for (const Type of [
    WeakMap,
    WeakSet,
    WeakRef,
    Promise,
    FinalizationRegistry,
    SharedArrayBuffer,
  ]) {
    const name = '#<' + Type.name + '>';
    learn(Type, pass, () => refuse(name));
  }
  learn(Symbol, pass, () => refuse('[object Symbol]'));
  learn(Iterator, pass, () => refuse('#<Object>'));
  learn(
    getPrototypeOf(function* () {}),
    pass,
    () => refuse('[object Generator]'),
  );

  const copyProperties = (value, copy, memory) => {
    apply(put, memory, [value, copy]);
    const names = keys(value);
    const count = names.length;
    for (let i = 0; i < count; i++) {
      if (hasOwn(value, names[i])) define(copy, names[i], clone(value[names[i]], memory), true);
    }
    return copy;
  };
  const clone = (value, memory) => {
    if (typeof value === 'function') refuse(describeFunction(value));
    if (typeof value === 'symbol') refuse(toText(value));
    if (typeof value !== 'object' || value === null) return value;
    const known = apply(find, memory, [value]);
    if (known !== undefined) return known;
    if (isArray(value)) {
      const copy = [];
      copy.length = value.length;
      return copyProperties(value, copy, memory);
    }
    let prototype = getPrototypeOf(value);
    while (prototype !== null) {
      const kind = apply(find, kinds, [prototype]);
      prototype = getPrototypeOf(prototype);
      if (kind === undefined) continue;
      let state;
      try {
        state = apply(kind.check, value, []);
      } catch {
        break;
      }
      const copy = kind.copy(state, memory, value);
      apply(put, memory, [value, copy]);
      return copy;
    }
    if (apply(describe, value, []) === '[object Arguments]') refuse('#<Object>');
    return copyProperties(value, {}, memory);
  };

  const misuse = (message, code) => {
    const error = new WrongType(message);
    define(error, 'code', code, true);
    throw error;
  };
  const structuredClone = (...parameters) => {
    if (parameters.length === 0) {
      misuse('The value argument must be specified', 'ERR_MISSING_ARGS');
    }
    const options = parameters.length > 1 ? parameters[1] : undefined;
    if (options !== undefined && typeof options !== 'object' && typeof options !== 'function') {
      const message = 'The options argument must be either an object or undefined';
      misuse(message, 'ERR_INVALID_ARG_TYPE');
    }
    if (options?.transfer !== undefined && options.transfer.length !== 0) {
      throw new PlainError('structuredClone with transfer is not available in the sandbox');
    }
    return clone(parameters[0], new Memory());
  };
  define(structuredClone, 'length', 0, false);
  define(globalThis, 'structuredClone', structuredClone, true);
};
