import { guestIntrinsics } from '../guest-intrinsics.js';
import type { VandalismKit } from './vandalism.js';

/** Vandals in JavaScript. */
export const javascriptVandalism: VandalismKit = {
  marks: [
    'target.mark = { from: "an earlier call" };',
    'target[Symbol.for("mark")] = 1;',
    'delete target[key];',
    'target[key] = function mark() { return "mark"; };',
    'target[key] = null;',
    'Object.defineProperty(target, key, { get: () => "mark", set() {} });',
    'Object.defineProperty(target, key, { value: 1, writable: false });',
    'Object.defineProperty(target, key, { enumerable: true });',
    'const value = target[key]; delete target[key]; target[key] = value;',
    'Object.setPrototypeOf(target, null);',
    'Object.setPrototypeOf(target, { mark: 1 });',
    'Object.preventExtensions(target);',
    'Object.freeze(target);',
    'for (const name of Reflect.ownKeys(target)) delete target[name];',
    'const kept = target[key]; target[key] = (...all) => { target.calls = (target.calls ?? 0) + 1; return kept(...all); };',
  ],
  ends: [
    'return 1;',
    'throw new TypeError("end");',
    'throw null;',
    'for (;;);',
    'const kept = []; for (;;) kept.push(new Array(1e4).fill(1));',
    'const dive = () => dive() + 1; dive();',
    'Promise.resolve().then(() => { Array.prototype.late = 1; throw new Error("late"); }); return 1;',
    'return new Promise(() => {});',
    'const again = () => Promise.resolve().then(again); again(); return 1;',
    'for (let i = 0; i < 7; i++) Math.random(); return Date.now();',
    'return { get result() { return 1; } };',
  ],
  vandal: ({ object, property, mark, end, isAtLoad, isOtherForm }) => `${guestIntrinsics}
function leave() {
  const objects = reachableObjects();
  const target = objects[${object} % objects.length].value;
  const keys = Reflect.ownKeys(target);
  const key = keys[${property} % (keys.length || 1)];
  try { ${mark} } catch {}
}
function finish() { ${end} }
${isAtLoad ? 'leave();' : ''}
${isOtherForm ? 'export ' : ''}function main({ act }) {
  if (act === 'look') return fingerprint();
  ${isAtLoad ? '' : 'leave();'}
  return finish();
}`,
  onlooker: `${guestIntrinsics} export const main = fingerprint;`,
  sensitive: `${guestIntrinsics}
export function main({ mark }) {
  if (mark) delete Object.getPrototypeOf(Int8Array.prototype).fill;
  return fingerprint();
}`,
  ask: (megabytes) => `const main = () => new Uint8Array(${megabytes} * 2 ** 20).length`,
  measure: `function main() {
  const kept = [];
  let count = 0;
  try { for (;;) { kept.push(new Uint8Array(20000)); count++; } } catch { kept.length = 0; }
  return count;
}`,
};
