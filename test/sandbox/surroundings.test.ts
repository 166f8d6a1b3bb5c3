import { describe, expect, it } from 'vitest';
import { evaluate, runMain } from './support/real-code.js';

describe('what code expects of its surroundings', () => {
  it.each([
    ['structuredClone({ a: [1, new Date(0)] }).a[1].getTime()', 0],
    ['[...new TextEncoder().encode("é")]', [195, 169]],
    ['new TextDecoder().decode(new Uint8Array([195, 169]))', 'é'],
    ['[btoa("hi"), atob("aGk=")]', ['aGk=', 'hi']],
    ['(1234567.891).toLocaleString("en-US")', '1,234,567.891'],
    ['new Date(0).toLocaleDateString("en-US")', '1/1/1970'],
    ['new Intl.NumberFormat("en-US").format(1e6)', '1,000,000'],
    ['[typeof require, typeof require.main]', ['function', 'undefined']],
    ['require.main === module', false],
    ['[typeof Buffer, Buffer.isBuffer({})]', ['function', false]],
    ['[typeof module, typeof exports, module.exports === exports]', ['object', 'object', true]],
    ['Error.captureStackTrace({}, Error) === undefined', true],
    ['[Error.captureStackTrace.name, Error.captureStackTrace.length]', ['captureStackTrace', 2]],
    ['/native code/.test(Error.captureStackTrace)', true],
    ['"prototype" in Error.captureStackTrace || Object.keys(Error).length > 0', false],
    ['[typeof globalThis, typeof process, typeof window]', ['object', 'undefined', 'undefined']],
  ])('%s is there', async (expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected);
  });

  it.each([
    ['new URL("http://127.0.0.1/a")', 'URL'],
    ['new URLSearchParams("a=1")', 'URLSearchParams'],
    ['fetch("http://127.0.0.1")', 'fetch'],
    ['new Intl.PluralRules("en").select(1)', 'Intl.PluralRules'],
    ['new Intl.ListFormat("en")', 'Intl.ListFormat'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['require("node:fs")', 'require'],
    ['Buffer.from("a")', 'Buffer.from'],
    ['Buffer.allocUnsafe(1)', 'Buffer.allocUnsafe'],
  ])('%s says that it is not', async (expression, name) => {
    expect(await evaluate(expression)).toBe(
      `ReferenceError: ${name} is not available in the sandbox (line 1)`,
    );
  });

  it('runs timers in the order in which they are due, and no time passes but by waiting', async () => {
    const code = `const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  const order = [];
  const cancelled = setTimeout(() => order.push('cancelled'), 5);
  setTimeout(() => order.push('20'), 20);
  setTimeout((text) => order.push(text), 10, '10');
  setTimeout(() => order.push('0'), 0);
  setImmediate(() => order.push('immediate'));
  queueMicrotask(() => order.push('microtask'));
  Promise.resolve().then(() => order.push('promise'));
  order.push('now');
  clearTimeout(cancelled);
  const interval = setInterval(() => order.push('interval') && clearInterval(interval), 15);
  const [date, time] = [Date.now(), performance.now()];
  for (let i = 0; i < 1e5; i++);
  const idle = [Date.now() - date, performance.now() - time];
  await sleep(10_000);
  return { order, idle, waited: [Date.now() - date, performance.now() - time, new Date() - date] };
}`;
    expect(await runMain('javascript', code)).toEqual({
      order: ['now', 'microtask', 'promise', '0', 'immediate', '10', 'interval', '20'],
      idle: [0, 0],
      waited: [10_000, 10_000, 10_000],
    });
  });
});
