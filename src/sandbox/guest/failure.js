// Describes what a program threw as JSON text.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(wasMemoryRefused) => {
  'use strict';
  const { stringify } = JSON;
  const { getPrototypeOf, hasOwn } = Object;
  const { apply } = Reflect;
  const { startsWith } = String.prototype;
  const toText = String;
  const errorPrototype = Error.prototype;
  const engineError = InternalError.prototype;
  const maxClasses = 16;

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
  /** The names of an error's class and of those that it extends, as they stand in stacks. */
  const classNames = (error) => {
    let names = '';
    try {
      let at = getPrototypeOf(error);
      for (let i = 0; i < maxClasses && at !== null && at !== errorPrototype; i++) {
        if (hasOwn(at, 'constructor')) {
          const name = readText(at.constructor, 'name') || '<anonymous>';
          names += (names === '' ? '' : ',') + cut(name, 100);
        }
        at = getPrototypeOf(at);
      }
    } catch (_) {
      // A proxy in the chain, or a getter: the names so far have to do.
    }
    return '[' + names + ']';
  };
  return (error) => {
    let name = 'Error';
    let message = '';
    let stack = '';
    let classes = '[]';
    if ((typeof error === 'object' && error !== null) || typeof error === 'function') {
      name = readText(error, 'name') || 'Error';
      message = readText(error, 'message');
      stack = readText(error, 'stack');
      if (stack !== '') classes = classNames(error);
    } else {
      message = typeof error === 'symbol' ? 'a symbol was thrown' : toText(error);
    }
    if (isOutOfMemory(error, message)) return '{"status":"out-of-memory"}';
    const start = '{"status":"threw","name":' + cut(name, 100) + ',"message":' + cut(message, 1000);
    return start + ',"stack":' + cut(stack, 2000) + ',"classes":' + classes + '}';
  };
};
