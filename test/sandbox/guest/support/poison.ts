/** A program that replaces every method within reach by one that throws. */
export const poison = `(() => {
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { ownKeys, getPrototypeOf } = Reflect;
  const isArray = Array.isArray;
  const targets = [];
  let count = 0;
  const names = ownKeys(globalThis);
  for (let i = 0; i < names.length; i++) {
    const value = globalThis[names[i]];
    if (typeof value === 'function' && value.prototype !== undefined && names[i] !== 'Proxy') {
      targets[count++] = value;
      targets[count++] = value.prototype;
    }
  }
  targets[count++] = Math; targets[count++] = JSON; targets[count++] = Reflect;
  targets[count++] = getPrototypeOf(Int8Array.prototype);
  targets[count++] = getPrototypeOf([][Symbol.iterator]());
  const bad = () => { throw new Error('poisoned'); };
  const functionPrototype = Function.prototype;
  for (let i = 0; i < count; i++) {
    let keys = [];
    try { keys = ownKeys(targets[i]); } catch { continue; }
    for (let j = 0; j < keys.length; j++) {
      const property = getOwnPropertyDescriptor(targets[i], keys[j]);
      if (!property.configurable || keys[j] === 'constructor' || keys[j] === 'name') continue;
      if (property.get !== undefined) defineProperty(targets[i], keys[j], { get: bad, set: bad });
      else if (typeof property.value === 'function') targets[i][keys[j]] = bad;
    }
  }
  const traps = ['0', '1', '2', 'next', 'previous', 'due', 'get', 'value', 'done', 'error'];
  for (let i = 0; i < traps.length; i++) {
    if (traps[i] === 'get' || traps[i] === 'value') continue;
    defineProperty(Object.prototype, traps[i], { get: bad, set: bad, configurable: true });
  }
})()`;
