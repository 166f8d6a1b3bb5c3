import { expect, it } from 'vitest';
import { askGuest, callGuest, describeGuest, readResponses } from './run-guest.js';

const logsOf = (text: string): string[] => (JSON.parse(text) as { logs: string[] }).logs;

describeGuest('logs of the Python guest', () => {
  it('keeps the lines that were written, and those of a call only', () => {
    const source = `
import sys
print('loading')
def main_solution():
    print('a', 1)
    print('b\\nc', end='')
    print()
    print()
    sys.stdout.write('é')
    sys.stdout.flush()
    sys.stdout.buffer.write(b' raw')
    print(' end', end='')
`;
    const [first, again] = askGuest([{ source }, { source, reuse: true }]);
    expect(logsOf(String(first))).toEqual(['loading', 'a 1', 'b', 'c', '', 'é raw end']);
    expect(logsOf(String(again))).toEqual(logsOf(String(first)));
  });

  it('keeps what goes to the error output, too', () => {
    const source =
      'import sys, warnings\ndef main_solution():\n    print("x", file=sys.stderr)\n    warnings.warn("never shown")\n    return "\\d"';
    expect(logsOf(callGuest(source))).toEqual(['x']);
  });

  it('cuts them as the JavaScript sandbox does', () => {
    const long = 'def main_solution():\n    print("é" * 20000)\n    print("more")';
    const many = 'def main_solution():\n    for i in range(100000):\n        print("123456789")';
    const [first, second] = askGuest([{ source: long }, { source: many }]).map(logsOf);
    expect(first).toEqual([`${'é'.repeat(16 * 1024)}…`]);
    expect(second).toHaveLength(1639);
    expect(second?.at(-1)).toBe('1234…');
  });

  it('is not upset by a program that closes or replaces the streams', () => {
    const sources = [
      'import sys\ndef main_solution():\n    print("a")\n    sys.stdout.close()\n    return 1',
      'import sys, io\ndef main_solution():\n    sys.stdout = io.StringIO()\n    print("a")\n    return 1',
      'import contextlib, io\ndef main_solution():\n    with contextlib.redirect_stdout(io.StringIO()) as out:\n        print("a")\n    return out.getvalue()',
      'import sys\ndef main_solution():\n    sys.stdout.detach()\n    return 1',
    ];
    // Each in a guest of its own, since nothing puts the streams back between calls.
    const responses = readResponses(sources.map((source) => callGuest(source)));
    expect(responses.map(({ status }) => status)).toEqual(sources.map(() => 'returned'));
    expect(responses[2]?.value).toBe('a\n');
  });
});
