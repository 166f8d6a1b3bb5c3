import { expect, it } from 'vitest';
import { askGuest, describeGuest, type GuestRequest, readResponses } from './run-guest.js';
import { statefulPrograms } from './stateful-programs.js';
import { statelessPrograms } from './stateless-programs.js';

const isProved = (source: string): GuestRequest => ({ source });

describeGuest('proof that calls keep no state', () => {
  it('finds one for programs that only change what a call has made', () => {
    const names = Object.keys(statelessPrograms);
    const responses = readResponses(askGuest(Object.values(statelessPrograms).map(isProved)));
    const refused = names.filter((_, index) => responses[index]?.keepsNoState !== true);
    expect(refused.map((name) => [name, responses[names.indexOf(name)]])).toEqual([]);
  });

  it('gives the same results when such a program is called again', () => {
    const programs = Object.entries(statelessPrograms);
    const responses = askGuest(
      programs.flatMap(([, source]) => [false, true, true].map((reuse) => ({ source, reuse }))),
    );
    for (const [index, [name]] of programs.entries()) {
      const [first, ...others] = responses.slice(3 * index, 3 * index + 3);
      expect([name, ...others]).toEqual([name, first, first]);
    }
  });

  it('finds none for programs that a call can leave changed', () => {
    // What it is asked is whether the source is proved, not what a call of it does.
    const probe = (source: string): GuestRequest => ({
      source: probeSource,
      input: JSON.stringify({ source }),
    });
    const names = Object.keys(statefulPrograms);
    const responses = readResponses(askGuest(Object.values(statefulPrograms).map(probe)));
    expect(responses.every(({ status }) => status === 'returned')).toBe(true);
    expect(names.filter((_, index) => responses[index]?.value !== false)).toEqual([]);
  });

  it('is not taken for granted when nobody has looked for it', () => {
    const source = 'def main_solution(): return 1';
    const [asked, unasked] = readResponses(askGuest([{ source }, { source, prove: false }]));
    expect([asked?.keepsNoState, unasked?.keepsNoState]).toEqual([true, false]);
  });

  it('does not count where an address may show in what is returned or printed', () => {
    const shown = 'class A: pass\ndef main_solution(): return str(A())';
    const printed = 'class A: pass\ndef main_solution(): print(A())';
    const order = 'def main_solution(x): return len(set(x))';
    const responses = readResponses(
      askGuest([
        { source: shown },
        { source: printed },
        { source: order, input: '{"x":[NaN,1]}' },
        { source: order, input: '{"x":[2,1]}' },
      ]),
    );
    const proofs = responses.map(({ keepsNoState }) => keepsNoState);
    expect(proofs).toEqual([false, false, false, true]);
  });
});

/** Reaches the driver through the stack. */
const probeSource = `
import sys
def main_solution(source):
    return sys._getframe(1).f_globals['prove_stateless'](source) is not None
`;
