import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import timers from '../../../src/sandbox/guest/timers.js?raw';
import { createGuest, type Guest, isModel, nodeOutcome } from './support/guest.js';
import { poison } from './support/poison.js';

const host = '{ advanceClock(milliseconds) { clock += milliseconds; } }';
const prepare = `var clock = 0; var log = []; var { runNextTimer } = installed;`;

let guest: Guest;
beforeEach(async () => {
  guest = await createGuest([timers], host);
  guest.run(prepare);
});
afterEach(() => guest.dispose());

/** Runs timers as the host does, jobs first, and returns what the program logged. */
function play(code: string, maximumTurns = 50): unknown {
  guest.run(`{ ${code} }`);
  for (let turn = 0; turn < maximumTurns; turn++) {
    guest.run('var isMore = runNextTimer()');
    if (guest.outcome('isMore') === '{"value":false}') break;
  }
  return JSON.parse(guest.outcome('log')).value;
}

describe('timers in the guest', () => {
  it('run by due time, then in the order of their creation', () => {
    const code = `const set = (name, delay) => setTimeout(() => log.push(name + clock), delay);
      set('a', 30); set('b', 10); set('c', 30); set('d'); set('e', 10.9); set('f', 0)`;
    expect(play(code)).toEqual(['d1', 'f1', 'b10', 'e10', 'a30', 'c30']);
  });

  it('run in an order that sorting by due time predicts, and show the time they asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }), (delays) => {
        guest.run('log.length = 0; var start = clock');
        const all = play(
          `${JSON.stringify(delays)}.forEach((delay, i) => setTimeout(() => log.push([delay, i, clock - start]), delay))`,
        );
        const expected = delays.map((delay, i) => [delay, i, delay]);
        expect(all).toEqual(expected.sort((a, b) => Number(a[0]) - Number(b[0])));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['-5', 'NaN', '"x"', '2147483648', 'Infinity', 'undefined', 'null'])(
    'take the delay %s for one millisecond, as Node.js does',
    (delay) => {
      expect(play(`setTimeout(() => log.push(clock), ${delay})`)).toEqual([1]);
    },
  );

  it('pass further arguments on, with the handle as receiver', () => {
    const code = `const a = setTimeout(function (...all) { log.push(this === a, ...all) }, 5, 1, 'x');
      const b = setImmediate(function (...all) { log.push(this === b, ...all) }, 2)`;
    expect(play(code)).toEqual([true, 2, true, 1, 'x']);
  });

  it('are cleared by handle, number or text, once or more often, before and after they ran', () => {
    const code = `const a = setTimeout(() => log.push('a'), 5), b = setTimeout(() => log.push('b'), 5);
      const c = setTimeout(() => log.push('c'), 5), d = setImmediate(() => log.push('d'));
      clearTimeout(a); clearTimeout(a); clearInterval(+b); clearTimeout(String(+c)); clearImmediate(d);
      clearTimeout(); clearTimeout(null); clearTimeout({}); clearTimeout(9999);
      const e = setTimeout(() => { log.push('e'); clearTimeout(e) }); clearImmediate(e);`;
    expect(play(code)).toEqual(['e']);
  });

  it('repeat an interval until it is cleared, also from within', () => {
    const code = `let n = 0; const id = setInterval(() => {
      log.push(clock); if (++n === 3) clearInterval(id); }, 10);
      setTimeout(() => log.push('late'), 100)`;
    expect(play(code)).toEqual([10, 20, 30, 'late']);
  });

  it('start anew when refreshed', () => {
    const code = `const a = setTimeout(() => log.push('a' + clock), 10);
      setTimeout(() => a.refresh(), 5); a.unref().ref(); log.push(a.hasRef())`;
    expect(play(code)).toEqual([true, 'a15']);
  });

  it('run immediates after the timers of their turn and before the next', () => {
    const code = `setTimeout(() => { log.push('timer');
        setTimeout(() => log.push('next timer')); setImmediate(() => log.push('immediate')); });
      setImmediate(() => log.push('first immediate')); setTimeout(() => log.push('timer 2'));`;
    const order = ['timer', 'timer 2', 'first immediate', 'immediate', 'next timer'];
    expect(play(code)).toEqual(order);
  });

  it('let time pass for a program that polls with immediates', () => {
    const code = `let isDone = false; setTimeout(() => { isDone = true }, 20);
      const poll = () => isDone ? log.push('done') : setImmediate(poll); poll()`;
    expect(play(code)).toEqual(['done']);
  });

  it('run microtasks before the next timer, in order with promises', () => {
    const code = `setTimeout(() => { log.push('t1'); queueMicrotask(() => log.push('m')); });
      setTimeout(() => log.push('t2'));
      Promise.resolve().then(() => log.push('p1')); queueMicrotask(() => log.push('q'));
      Promise.resolve().then(() => log.push('p2')); log.push('sync')`;
    expect(play(code)).toEqual(['sync', 'p1', 'q', 'p2', 't1', 'm', 't2']);
  });

  it('hand an exception of a callback to the host and go on', () => {
    guest.run(`setTimeout(() => { throw new RangeError('a') }); setTimeout(() => log.push('b'))`);
    guest.run(`queueMicrotask(() => { throw new RangeError('c') })`);
    expect(JSON.parse(guest.outcome('runNextTimer()'))).toEqual({
      name: 'RangeError',
      message: 'c',
    });
    expect(JSON.parse(guest.outcome('runNextTimer()'))).toEqual({
      name: 'RangeError',
      message: 'a',
    });
    expect(play('')).toEqual(['b']);
  });

  it.each([
    'setTimeout()',
    'setTimeout("log()", 5)',
    'setInterval(null)',
    'setImmediate(5)',
    'queueMicrotask(true)',
  ])('refuse %s with the message of Node.js', (expression) => {
    const { name, message } = JSON.parse(nodeOutcome(expression));
    expect(JSON.parse(guest.outcome(expression))).toEqual({ name, message });
  });

  it.each(['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'queueMicrotask'])(
    'define %s with the attributes that it has in Node.js',
    (name) => {
      const expression = `[Object.entries(Object.getOwnPropertyDescriptor(globalThis, '${name}'))
        .map(([key, value]) => key + (key === 'value' || value)).sort(), ${name}.name${isModel ? `, ${name}.length` : ''}]`;
      expect(guest.outcome(expression)).toBe(nodeOutcome(expression));
    },
  );

  it('survive a program that poisons every prototype', () => {
    guest.run(
      'var count = 0; var keep = { setTimeout, setInterval, clearTimeout, setImmediate, queueMicrotask }',
    );
    guest.run(poison);
    guest.run(`{ const a = keep.setInterval((x) => { count += x; if (count >= 3) keep.clearTimeout(a) }, 5, 1);
      keep.setTimeout(() => { count += 10 }, 7); keep.setImmediate(() => { count += 100 });
      keep.queueMicrotask(() => { count += 1000 }); keep.clearTimeout(keep.setTimeout(() => { count = -1 })) }`);
    guest.run('for (let i = 0; i < 9; i++) runNextTimer()');
    guest.run('if (count !== 1111) throw new RangeError(String(count))');
  });
});
