// Timers in virtual time: the clock jumps to the earliest timer, so that waiting costs nothing.
// biome-ignore-all lint/suspicious/noRedundantUseStrict: the guest evaluates this file as a script
// biome-ignore-all lint/style/useTemplate: in QuickJS a template calls String.prototype.concat
(host) => {
  'use strict';
  const { advanceClock } = host;
  const { apply } = Reflect;
  const { defineProperty } = Object;
  const { trunc } = Math;
  const { then } = Promise.prototype;
  const { get, set } = WeakMap.prototype;
  const WrongType = TypeError;
  const toText = String;
  const settled = Promise.resolve();
  // Otherwise `then` would ask the prototype, which the program can change, for a constructor.
  defineProperty(settled, 'constructor', { value: undefined });

  /** Phases order what is due together: an event loop comes to immediates after its timers. */
  const timerPhase = 0;
  const immediatePhase = 1;
  const timers = new WeakMap();
  const find = (handle) => apply(get, timers, [handle]);
  const queue = { next: undefined, previous: undefined };
  queue.next = queue;
  queue.previous = queue;
  let now = 0;
  let lastId = 0;
  /** An immediate set by an immediate waits for the next turn, so that polling lets time pass. */
  let immediateDelay = 1;
  let uncaught;

  const unlink = (timer) => {
    if (timer.next === undefined) return;
    timer.next.previous = timer.previous;
    timer.previous.next = timer.next;
    timer.next = undefined;
  };
  const schedule = (timer) => {
    unlink(timer);
    const due = now + timer.delay;
    let before = queue.previous;
    while (before !== queue && (before.due - due || before.phase - timer.phase) > 0) {
      before = before.previous;
    }
    timer.due = due;
    timer.previous = before;
    timer.next = before.next;
    before.next.previous = timer;
    before.next = timer;
  };
  const requireFunction = (callback) => {
    if (typeof callback === 'function') return;
    let received = callback === null ? 'null' : typeof callback;
    if (received === 'string') received = "type string ('" + callback + "')";
    else if (received === 'object') received = 'an object';
    else if (received !== 'null' && received !== 'undefined') {
      received = 'type ' + received + ' (' + toText(callback) + ')';
    }
    throw new WrongType('The "callback" argument must be of type function. Received ' + received);
  };
  const toDelay = (delay) => {
    const milliseconds = delay === undefined ? 1 : delay * 1;
    return milliseconds >= 1 && milliseconds <= 2147483647 ? trunc(milliseconds) : 1;
  };
  const start = (handle, phase, delay, callback, parameters, isRepeated) => {
    const timer = {
      id: ++lastId,
      handle,
      phase,
      delay,
      callback,
      parameters,
      isRepeated,
      isReferenced: true,
      isCleared: false,
      due: 0,
      next: undefined,
      previous: undefined,
    };
    apply(set, timers, [handle, timer]);
    schedule(timer);
    return handle;
  };
  const clear = (handle, phase) => {
    let timer = find(handle);
    if (phase === timerPhase && (typeof handle === 'number' || typeof handle === 'string')) {
      timer = queue.next;
      while (timer !== queue && toText(timer.id) !== toText(handle)) timer = timer.next;
    }
    if (timer === undefined || timer.phase !== phase) return;
    timer.isCleared = true;
    unlink(timer);
  };
  const reference = (handle, isReferenced) => {
    find(handle).isReferenced = isReferenced;
    return handle;
  };

  class Handle {
    ref() {
      return reference(this, true);
    }
    unref() {
      return reference(this, false);
    }
    hasRef() {
      return find(this).isReferenced;
    }
  }
  class Immediate extends Handle {}
  class Timeout extends Handle {
    refresh() {
      const timer = find(this);
      if (!timer.isCleared) schedule(timer);
      return this;
    }
    close() {
      clear(this, timerPhase);
      return this;
    }
    [Symbol.toPrimitive]() {
      return find(this).id;
    }
  }
  const install = (name, length, value) => {
    defineProperty(value, 'length', { value: length, configurable: true });
    defineProperty(value, 'name', { value: name, configurable: true });
    const attributes = { writable: true, enumerable: true, configurable: true };
    defineProperty(globalThis, name, { value, ...attributes });
  };
  const installTimer = (name, isRepeated) => {
    install(name, 5, (callback, delay, ...parameters) => {
      requireFunction(callback);
      const wait = toDelay(delay);
      return start(new Timeout(), timerPhase, wait, callback, parameters, isRepeated);
    });
  };
  installTimer('setTimeout', false);
  installTimer('setInterval', true);
  install('setImmediate', 4, (callback, ...parameters) => {
    requireFunction(callback);
    const handle = new Immediate();
    return start(handle, immediatePhase, immediateDelay, callback, parameters, false);
  });
  install('clearTimeout', 1, (handle) => clear(handle, timerPhase));
  install('clearInterval', 1, (handle) => clear(handle, timerPhase));
  install('clearImmediate', 1, (handle) => clear(handle, immediatePhase));
  install('queueMicrotask', 1, (callback) => {
    requireFunction(callback);
    const run = () => {
      try {
        callback();
      } catch (error) {
        uncaught ??= { error };
      }
    };
    apply(then, settled, [run]);
  });

  const runNextTimer = () => {
    if (uncaught !== undefined) {
      const { error } = uncaught;
      uncaught = undefined;
      throw error;
    }
    const timer = queue.next;
    if (timer === queue) return false;
    unlink(timer);
    if (timer.due > now) {
      advanceClock(timer.due - now);
      now = timer.due;
    }
    immediateDelay = timer.phase;
    apply(timer.callback, timer.handle, timer.parameters);
    if (timer.isRepeated && !timer.isCleared) schedule(timer);
    return true;
  };
  return { runNextTimer };
};
