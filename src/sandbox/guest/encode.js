// Writes a value as JSON text, and refuses what JSON cannot carry with the path to it.
//
// Every value is read once, so that a getter or a proxy that answers differently each time cannot
// tell the check one thing and the result another. No method of a prototype is used, since
// the program may have changed it; each encoding has a state of its own, since a proxy's traps can
// start another one in the middle of it.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
() => {
  'use strict';
  const { stringify } = JSON;
  const { create, getPrototypeOf, hasOwn, keys } = Object;
  const { isArray } = Array;
  const plainPrototype = Object.prototype;
  const findGetter = Function.prototype.call.bind(plainPrototype.__lookupGetter__);
  const maximumDepth = 200;

  const exotic = create(null);
  let exoticCount = 0;
  const markExotic = (name, prototype) => {
    exotic[exoticCount++] = { name, prototype };
  };
  markExotic('a Map', Map.prototype);
  markExotic('a Set', Set.prototype);
  markExotic('a WeakMap', WeakMap.prototype);
  markExotic('a WeakSet', WeakSet.prototype);
  markExotic('a Date', Date.prototype);
  markExotic('a RegExp', RegExp.prototype);
  markExotic('a Promise', Promise.prototype);
  markExotic('an Error', Error.prototype);
  markExotic('an ArrayBuffer', ArrayBuffer.prototype);
  markExotic('a DataView', DataView.prototype);
  markExotic('a typed array', getPrototypeOf(Int8Array.prototype));
  markExotic('a boxed number', Number.prototype);
  markExotic('a boxed string', String.prototype);
  markExotic('a boxed boolean', Boolean.prototype);

  /** What is thrown to leave an encoding whose state says why. */
  const refused = create(null);
  const refuse = (state, reason) => {
    let path = '$';
    for (let i = 1; i <= state.depth; i++) {
      const key = state.path[i];
      path += typeof key === 'number' ? '[' + key + ']' : '.' + key;
    }
    state.refusal = { __proto__: null, status: 'unserializable', reason, path };
    throw refused;
  };
  /** Accounts for text before or after it is made. */
  const take = (state, length) => {
    state.length += length;
    if (state.length <= state.maximum) return;
    state.refusal = { __proto__: null, status: 'output-too-large', reason: '', path: '$' };
    throw refused;
  };

  const encodeValue = (state, value) => {
    let text;
    switch (typeof value) {
      case 'number':
        // What is not finite minus itself is not zero; the zero that is divided by tells its sign.
        if (value - value !== 0) refuse(state, '' + value);
        if (value === 0 && 1 / value < 0) refuse(state, '-0');
        text = '' + value;
        break;
      case 'string':
        // Checked before the escaping, which takes memory in proportion.
        if (value.length > state.maximum) take(state, value.length);
        text = stringify(value);
        break;
      case 'boolean':
        text = value ? 'true' : 'false';
        break;
      case 'object':
        if (value !== null) return encodeObject(state, value);
        text = 'null';
        break;
      case 'undefined':
        return refuse(state, 'undefined');
      default:
        return refuse(state, 'a ' + typeof value);
    }
    state.length += text.length;
    if (state.length > state.maximum) take(state, 0);
    return text;
  };
  const refuseExotic = (state, value) => {
    for (let at = getPrototypeOf(value); at !== null; at = getPrototypeOf(at)) {
      if (at === plainPrototype) return;
      for (let i = 0; i < exoticCount; i++) {
        if (exotic[i].prototype === at) refuse(state, exotic[i].name);
      }
      // The chain of a proxy can go on for ever.
      take(state, 1);
    }
  };
  const encodeObject = (state, value) => {
    const { depth, ancestors } = state;
    if (depth >= maximumDepth) refuse(state, 'nested deeper than ' + maximumDepth + ' levels');
    for (let i = 0; i < depth; i++) if (ancestors[i] === value) refuse(state, 'a cycle');
    ancestors[depth] = value;
    state.depth = depth + 1;
    const text = isArray(value) ? encodeArray(state, value) : encodeFields(state, value);
    state.depth = depth;
    return text;
  };
  const encodeFields = (state, value) => {
    state.depth--;
    refuseExotic(state, value);
    state.depth++;
    const names = keys(value);
    const count = names.length;
    const { path, depth } = state;
    let text = '{';
    for (let i = 0; i < count; i++) {
      const name = names[i];
      path[depth] = name;
      if (findGetter(value, name) !== undefined) refuse(state, 'a getter');
      const key = (i > 0 ? ',' : '') + stringify(name) + ':';
      take(state, key.length);
      text += key + encodeValue(state, value[name]);
    }
    take(state, 2);
    return text + '}';
  };
  const encodeArray = (state, value) => {
    const length = value.length;
    const { path, depth } = state;
    // Brackets, commas and a digit; an array of holes ends here, too, instead of being walked.
    take(state, 2 * length + 1);
    let text = '[';
    for (let i = 0; i < length; i++) {
      const item = value[i];
      if (i > 0) text += ',';
      // Most elements of long lists are numbers: as `encodeValue` has it, without the call.
      if (typeof item === 'number' && item - item === 0 && (item !== 0 || 1 / item > 0)) {
        text += item;
      } else {
        path[depth] = i;
        if (item === undefined && !hasOwn(value, i)) refuse(state, 'a hole');
        text += encodeValue(state, item);
      }
    }
    if (text.length > state.maximum) take(state, text.length);
    return text + ']';
  };

  /** Encodes a value in at most `maximum` characters: its `text`, or the `refusal`. */
  return (value, maximum) => {
    if (typeof value === 'number' && value - value === 0 && (value !== 0 || 1 / value > 0)) {
      return { __proto__: null, text: '' + value, refusal: undefined };
    }
    const state = { __proto__: null, maximum, length: 0, depth: 0, refusal: undefined };
    state.path = create(null);
    state.ancestors = create(null);
    try {
      return { __proto__: null, text: encodeValue(state, value), refusal: undefined };
    } catch (error) {
      if (error !== refused) throw error;
      return { __proto__: null, text: undefined, refusal: state.refusal };
    }
  };
};
